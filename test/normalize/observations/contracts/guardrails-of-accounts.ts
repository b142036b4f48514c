import type { JsonObject } from '../../../../src/model/observation.ts';
import { account, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

type Content = JsonObject;

const policy = (
  what: { readonly name: string; readonly type: string; readonly content: Content },
  fails: Contract['fails'],
  more: Partial<Contract> = {},
): Contract => {
  const { name, type: Type, content } = what;
  const Arn = `arn:aws:organizations::${account}:policy/o-1/${Type.toLowerCase()}/p-1`;
  return {
    name: `${Type}: ${name}`,
    template: {
      type: 'AWS::Organizations::Policy',
      properties: { Name: 'p', Type, TargetIds: ['r-ab12'], Content: content, Tags: tagList },
    },
    answer: {
      kind: 'organizations:policy',
      id: Arn,
      region: 'global',
      tags,
      data: {
        Id: 'p-1',
        Arn,
        Name: 'p',
        Description: '',
        Type,
        AwsManaged: false,
        Content: JSON.stringify(content),
        targets: [{ TargetId: 'r-ab12', Arn: 'arn:r', Name: 'Root', Type: 'ROOT' }],
      },
    },
    fails,
    ...more,
  };
};

const none = { '@@operators_allowed_for_child_policies': ['@@none'] } as const;
const optOut = (value: Content): Content => ({ services: { default: { opt_out_policy: value } } });
const aiServices = 'AISERVICES_OPT_OUT_POLICY';

const optOuts: readonly Contract[] = [
  policy({ name: 'for good', type: aiServices, content: optOut({ '@@assign': 'optOut', ...none }) }, []),
  policy(
    { name: 'until a child says otherwise', type: aiServices, content: optOut({ '@@assign': 'optOut' }) },
    ['organisation/ai-opt-out'],
  ),
  policy({ name: 'not at all', type: aiServices, content: optOut({ '@@assign': 'optIn', ...none }) }, [
    'organisation/ai-opt-out',
  ]),
  policy(
    {
      name: 'of one service',
      type: aiServices,
      content: { services: { lex: { opt_out_policy: { '@@assign': 'optOut' } } } },
    },
    ['organisation/ai-opt-out'],
  ),
];

const pinned = (version: string): Content => ({
  bedrock: {
    guardrail_inference: Object.fromEntries(
      ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'].map(region => [
        region,
        {
          config_1: {
            identifier: {
              '@@assign': `arn:aws:bedrock:${region}:${account}:guardrail/abcd1234efgh:${version}`,
            },
            input_tags: { '@@assign': 'honor' },
          },
        },
      ]),
    ),
  },
});

const pinnedPolicies: readonly Contract[] = [
  policy({ name: 'of a version in every Region', type: 'BEDROCK_POLICY', content: pinned('3') }, []),
  policy({ name: 'of the draft', type: 'BEDROCK_POLICY', content: pinned('DRAFT') }, [
    'organisation/bedrock-policy-pinned',
  ]),
  policy({ name: 'of nothing', type: 'BEDROCK_POLICY', content: { bedrock: { guardrail_inference: {} } } }, [
    'organisation/bedrock-policy-pinned',
  ]),
];

const deny = (...statements: readonly JsonObject[]): Content => ({
  Version: '2012-10-17',
  Statement: statements.map(statement => ({ Effect: 'Deny', ...statement })),
});
const calls = ['bedrock:InvokeModel*', 'bedrock:CreateModelInvocationJob'];
const closed = { Action: 'bedrock-mantle:*', Resource: '*' };
const titan = 'arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0';
const scp = 'SERVICE_CONTROL_POLICY';
const listed = ['organisation/model-allow-list'] as const;

const lists: readonly Contract[] = [
  policy(
    { name: 'of approved models', type: scp, content: deny({ Action: calls, NotResource: [titan] }, closed) },
    [],
  ),
  policy(
    {
      name: 'of models of which one is not approved',
      type: scp,
      content: deny(
        { Action: calls, NotResource: [titan, titan.replace('titan-embed-text-v2:0', 'nova-pro-v1:0')] },
        closed,
      ),
    },
    listed,
  ),
  policy(
    { name: 'that leaves another way', type: scp, content: deny({ Action: calls, NotResource: [titan] }) },
    listed,
  ),
  policy(
    {
      name: 'of every model of a provider',
      type: scp,
      content: deny({ Action: calls, NotResource: 'arn:aws:bedrock:*::foundation-model/*' }, closed),
    },
    listed,
  ),
];

const fence = (statement: JsonObject, regions: readonly string[] = ['eu-west-1', 'eu-central-1']): Content =>
  deny({
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
    ...statement,
  });
const fenced = ['organisation/region-deny'] as const;

const fences: readonly Contract[] = [
  policy(
    {
      name: 'around approved Regions',
      type: scp,
      content: fence({ NotAction: ['iam:*', 'sts:*', 'support:*'] }),
    },
    [],
  ),
  policy(
    {
      name: 'around approved Regions, but for the platform',
      type: scp,
      content: fence({
        NotAction: ['iam:*'],
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] },
          ArnNotLike: { 'aws:PrincipalARN': ['arn:aws:iam::*:role/platform'] },
        },
      }),
    },
    [],
  ),
  policy(
    {
      name: 'around approved Regions, but for everybody',
      type: scp,
      content: fence({
        NotAction: ['iam:*'],
        Condition: {
          StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1'] },
          ArnNotLike: { 'aws:PrincipalARN': ['arn:aws:iam::*:role/*'] },
        },
      }),
    },
    fenced,
  ),
  policy(
    {
      name: 'that leaves Amazon Bedrock out',
      type: scp,
      content: fence({ NotAction: ['iam:*', 'bedrock:*'] }),
    },
    fenced,
  ),
];

export const accountGuardContracts: readonly Contract[] = [
  ...optOuts,
  ...pinnedPolicies,
  ...lists,
  ...fences,
];
