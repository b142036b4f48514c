import { reference } from '../../build.ts';
import { tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const organisation = (kind: string, rest: string): string =>
  `arn:aws:organizations::111122223333:${kind}/o-1/${rest}`;
const unit = organisation('ou', 'ou-1');
const fence = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Deny',
      NotAction: ['iam:*', 'sts:*'],
      Resource: '*',
      Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] } },
    },
  ],
};

export const organisationContracts: readonly Contract[] = [
  {
    name: 'under a unit with a fence',
    template: {
      type: 'AWS::Organizations::OrganizationalUnit',
      properties: { Name: 'prod', ParentId: reference('parent') },
    },
    answer: {
      kind: 'organizations:unit',
      id: organisation('ou', 'ou-2'),
      region: 'global',
      tags: {},
      data: { Id: 'ou-2', Arn: organisation('ou', 'ou-2'), Name: 'prod', ParentId: 'ou-1' },
    },
    around: {
      template: [
        {
          type: 'AWS::Organizations::OrganizationalUnit',
          key: 'parent',
          properties: { Name: 'work', ParentId: 'r-1' },
        },
        {
          type: 'AWS::Organizations::Policy',
          key: 'fence',
          properties: {
            Name: 'fence',
            Type: 'SERVICE_CONTROL_POLICY',
            TargetIds: [reference('parent')],
            Content: fence,
          },
        },
      ],
      answers: [
        {
          kind: 'organizations:unit',
          id: unit,
          region: 'global',
          tags: {},
          data: { Id: 'ou-1', Arn: unit, Name: 'work', ParentId: 'r-1' },
        },
        {
          kind: 'organizations:policy',
          id: organisation('policy', 'service_control_policy/p-1'),
          region: 'global',
          tags: {},
          data: {
            Id: 'p-1',
            Name: 'fence',
            Type: 'SERVICE_CONTROL_POLICY',
            AwsManaged: false,
            Content: JSON.stringify(fence),
            targets: [{ TargetId: 'ou-1', Arn: unit, Name: 'work', Type: 'ORGANIZATIONAL_UNIT' }],
          },
        },
      ],
    },
    fails: [],
  },
  {
    name: 'outside of every fence',
    template: {
      type: 'AWS::Organizations::OrganizationalUnit',
      properties: { Name: 'sandbox', ParentId: 'r-1' },
    },
    answer: {
      kind: 'organizations:unit',
      id: unit,
      region: 'global',
      tags: {},
      data: { Id: 'ou-1', Arn: unit, Name: 'sandbox', ParentId: 'r-1' },
    },
    fails: ['organisation/region-deny-covers-units'],
  },
  {
    name: 'with its tags',
    template: {
      type: 'AWS::Organizations::Account',
      properties: {
        AccountName: 'team-a',
        Email: 'team-a@example.com',
        ParentIds: ['ou-1'],
        Tags: tagList,
      },
    },
    answer: {
      kind: 'organizations:account',
      id: organisation('account', '444455556666'),
      region: 'global',
      tags,
      data: {
        Id: '444455556666',
        Arn: organisation('account', '444455556666'),
        Name: 'team-a',
        Email: 'team-a@example.com',
        Status: 'ACTIVE',
        State: 'ACTIVE',
        Paths: ['o-1/r-1/ou-1/444455556666/'],
      },
    },
    fails: [],
  },
  {
    name: 'without tags, at the root',
    template: {
      type: 'AWS::Organizations::Account',
      properties: { AccountName: 'team-a', Email: 'team-a@example.com', ParentIds: ['r-1'] },
    },
    answer: {
      kind: 'organizations:account',
      id: organisation('account', '444455556666'),
      region: 'global',
      tags: {},
      data: {
        Id: '444455556666',
        Name: 'team-a',
        Email: 'team-a@example.com',
        State: 'ACTIVE',
        parents: [{ Id: 'r-1', Type: 'ROOT' }],
      },
    },
    fails: ['organisation/accounts-in-units', 'organisation/accounts-tagged'],
  },
];
