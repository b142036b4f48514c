import type { JsonObject } from '../../../../src/model/observation.ts';
import { absent } from '../../../../src/model/value.ts';
import { account, tagList, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

export const iam = (rest: string): string => `arn:aws:iam::${account}:${rest}`;

/** As IAM gives documents. */
const encoded = (document: JsonObject): string => encodeURIComponent(JSON.stringify(document));

export const policy = (...Statement: readonly JsonObject[]): JsonObject => ({
  Version: '2012-10-17',
  Statement,
});

const trust = policy({
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

/** What somebody may do: by a document of their own, and by policies of AWS. */
export interface Rights {
  readonly document?: JsonObject;
  /** Names of policies of AWS. */
  readonly attached?: readonly string[];
}

type Holder = (rights: Rights) => Pick<Contract, 'template' | 'answer'>;

/** The same rights with all who can have them. */
export const heldByAll = (name: string, rights: Rights, fails: Contract['fails']): readonly Contract[] =>
  [role, user, group, permissionSet].map(holder => ({ name, ...holder(rights), fails }));

const arnsOf = ({ attached = [] }: Rights): readonly string[] =>
  attached.map(policyName => `arn:aws:iam::aws:policy/${policyName}`);

/** In the words of the type. */
const declaredRights = (rights: Rights): Declared['properties'] => ({
  Policies: rights.document ? [{ PolicyName: 'p', PolicyDocument: rights.document }] : absent,
  ManagedPolicyArns: arnsOf(rights),
});

/** As IAM answers. */
const answeredRights = (rights: Rights, list: string): Answer['data'] => ({
  [list]: rights.document ? [{ PolicyName: 'p', PolicyDocument: encoded(rights.document) }] : [],
  AttachedManagedPolicies: arnsOf(rights).map(PolicyArn => ({
    PolicyName: PolicyArn.split('/').at(-1) ?? '',
    PolicyArn,
  })),
});

const role: Holder = rights => ({
  template: {
    type: 'AWS::IAM::Role',
    properties: { RoleName: 'app', AssumeRolePolicyDocument: trust, ...declaredRights(rights) },
  },
  answer: {
    kind: 'iam:role',
    id: iam('role/app'),
    region: 'global',
    tags: {},
    data: {
      Path: '/',
      RoleName: 'app',
      RoleId: 'AROA',
      Arn: iam('role/app'),
      CreateDate: '2026-01-01T00:00:00.000Z',
      AssumeRolePolicyDocument: encoded(trust),
      ...answeredRights(rights, 'RolePolicyList'),
      Tags: [],
      RoleLastUsed: {},
    },
  },
});

const user: Holder = rights => ({
  template: { type: 'AWS::IAM::User', properties: { UserName: 'ci', ...declaredRights(rights) } },
  answer: {
    kind: 'iam:user',
    id: iam('user/ci'),
    region: 'global',
    tags: {},
    data: {
      Path: '/',
      UserName: 'ci',
      UserId: 'AIDA',
      Arn: iam('user/ci'),
      ...answeredRights(rights, 'UserPolicyList'),
      GroupList: [],
    },
  },
});

const group: Holder = rights => ({
  template: { type: 'AWS::IAM::Group', properties: { GroupName: 'builders', ...declaredRights(rights) } },
  answer: {
    kind: 'iam:group',
    id: iam('group/builders'),
    region: 'global',
    data: {
      Path: '/',
      GroupName: 'builders',
      GroupId: 'AGPA',
      Arn: iam('group/builders'),
      ...answeredRights(rights, 'GroupPolicyList'),
    },
  },
});

const setArn = 'arn:aws:sso:::permissionSet/ssoins-1/ps-1';
const InstanceArn = 'arn:aws:sso:::instance/ssoins-1';

const permissionSet: Holder = rights => ({
  template: {
    type: 'AWS::SSO::PermissionSet',
    properties: {
      InstanceArn,
      Name: 'ai',
      InlinePolicy: rights.document ?? absent,
      ManagedPolicies: arnsOf(rights),
      Tags: tagList,
    },
  },
  answer: {
    kind: 'sso:permission-set',
    id: setArn,
    tags,
    data: {
      InstanceArn,
      PermissionSetArn: setArn,
      Name: 'ai',
      SessionDuration: 'PT1H',
      managedPolicies: arnsOf(rights),
      inlinePolicy: rights.document ? JSON.stringify(rights.document) : null,
      customerManagedPolicyReferences: [],
    },
  },
});

/** A policy of the account, whoever has it. */
export const managed = (name: string, document: JsonObject, fails: Contract['fails']): Contract => ({
  name,
  template: {
    type: 'AWS::IAM::ManagedPolicy',
    properties: { ManagedPolicyName: 'p', PolicyDocument: document },
  },
  answer: {
    kind: 'iam:policy',
    id: iam('policy/p'),
    region: 'global',
    data: {
      PolicyName: 'p',
      PolicyId: 'ANPA',
      Arn: iam('policy/p'),
      Path: '/',
      DefaultVersionId: 'v3',
      AttachmentCount: 0,
      IsAttachable: true,
      PolicyVersionList: [{ Document: encoded(document), VersionId: 'v3', IsDefaultVersion: true }],
    },
  },
  fails,
});
