import type { JsonObject } from '../../../../src/model/observation.ts';
import { account, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const iam = (rest: string): string => `arn:aws:iam::${account}:${rest}`;
const setArn = 'arn:aws:sso:::permissionSet/ssoins-1/ps-1';
/** As IAM gives documents. */
const encoded = (document: JsonObject): string => encodeURIComponent(JSON.stringify(document));
const policy = (...Statement: readonly JsonObject[]): JsonObject => ({ Version: '2012-10-17', Statement });
const trust = policy({
  Effect: 'Allow',
  Principal: { Service: 'ec2.amazonaws.com' },
  Action: 'sts:AssumeRole',
});

/** The same document with all that can hold one. */
function held(name: string, document: JsonObject, fails: Contract['fails']): readonly Contract[] {
  const Policies = [{ PolicyName: 'p', PolicyDocument: document }];
  const list = [{ PolicyName: 'p', PolicyDocument: encoded(document) }];
  const global = { region: 'global' } as const;
  return [
    {
      name,
      template: {
        type: 'AWS::IAM::Role',
        properties: { RoleName: 'app', AssumeRolePolicyDocument: trust, Policies },
      },
      answer: {
        ...global,
        kind: 'iam:role',
        id: iam('role/app'),
        tags: {},
        data: {
          Path: '/',
          RoleName: 'app',
          RoleId: 'AROA',
          Arn: iam('role/app'),
          CreateDate: '2026-01-01T00:00:00.000Z',
          AssumeRolePolicyDocument: encoded(trust),
          RolePolicyList: list,
          AttachedManagedPolicies: [],
          Tags: [],
          RoleLastUsed: {},
        },
      },
      fails,
    },
    {
      name,
      template: { type: 'AWS::IAM::User', properties: { UserName: 'ci', Policies } },
      answer: {
        ...global,
        kind: 'iam:user',
        id: iam('user/ci'),
        tags: {},
        data: {
          Path: '/',
          UserName: 'ci',
          UserId: 'AIDA',
          Arn: iam('user/ci'),
          UserPolicyList: list,
          GroupList: [],
          AttachedManagedPolicies: [],
        },
      },
      fails,
    },
    {
      name,
      template: { type: 'AWS::IAM::Group', properties: { GroupName: 'builders', Policies } },
      answer: {
        ...global,
        kind: 'iam:group',
        id: iam('group/builders'),
        data: {
          Path: '/',
          GroupName: 'builders',
          GroupId: 'AGPA',
          Arn: iam('group/builders'),
          GroupPolicyList: list,
          AttachedManagedPolicies: [],
        },
      },
      fails,
    },
    {
      name,
      template: {
        type: 'AWS::IAM::ManagedPolicy',
        properties: { ManagedPolicyName: 'p', PolicyDocument: document },
      },
      answer: {
        ...global,
        kind: 'iam:policy',
        id: iam('policy/p'),
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
    },
    {
      name,
      template: {
        type: 'AWS::SSO::PermissionSet',
        properties: {
          InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
          Name: 'ai',
          InlinePolicy: document,
          Tags: tagList,
        },
      },
      answer: {
        kind: 'sso:permission-set',
        id: setArn,
        tags,
        data: {
          InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
          PermissionSetArn: setArn,
          Name: 'ai',
          SessionDuration: 'PT1H',
          managedPolicies: [],
          inlinePolicy: JSON.stringify(document),
          customerManagedPolicyReferences: [],
        },
      },
      fails,
    },
  ];
}

const titan = 'arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0';
const guarded = {
  StringEquals: { 'bedrock:GuardrailIdentifier': 'arn:aws:bedrock:eu-west-1:111122223333:guardrail/g:1' },
};
const invokes = ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

const documents: readonly Contract[] = [
  ...held('that may invoke any model', policy({ Effect: 'Allow', Action: 'bedrock:*', Resource: '*' }), [
    'iam/invocation-requires-guardrail',
    'iam/model-invocation-scoped',
  ]),
  ...held(
    'that may invoke one approved model, with the guardrail',
    policy({ Effect: 'Allow', Action: invokes, Resource: [titan], Condition: guarded }),
    [],
  ),
  ...held(
    'that may invoke one approved model, and is denied it without the guardrail',
    policy(
      { Sid: 'a', Effect: 'Allow', Action: invokes, Resource: titan },
      {
        Sid: 'b',
        Effect: 'Deny',
        Action: 'bedrock:InvokeModel*',
        Resource: '*',
        Condition: { StringNotEquals: guarded.StringEquals },
      },
    ),
    [],
  ),
  ...held(
    'that may invoke a model that is not approved, with the guardrail if there is one',
    policy({
      Effect: 'Allow',
      Action: 'bedrock:InvokeModel',
      Resource: 'arn:aws:bedrock:eu-west-1::foundation-model/cohere.command-r-v1:0',
      Condition: { StringEqualsIfExists: guarded.StringEquals },
    }),
    ['iam/invocation-requires-guardrail', 'iam/model-invocation-scoped'],
  ),
  ...held(
    'that may do everything but administer accounts',
    policy({ Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' }),
    ['iam/invocation-requires-guardrail', 'iam/model-invocation-scoped'],
  ),
  ...held(
    'that may pass any role to Amazon Bedrock',
    policy({
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: 'arn:aws:iam::111122223333:role/*',
      Condition: {
        StringEquals: { 'iam:PassedToService': ['bedrock.amazonaws.com', 'lambda.amazonaws.com'] },
      },
    }),
    ['iam/pass-role-scoped'],
  ),
  ...held(
    'that may pass one role to Amazon Bedrock, and any to AWS Lambda',
    policy(
      { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'arn:aws:iam::111122223333:role/agents' },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    ),
    [],
  ),
  ...held(
    'that may read',
    policy({ Effect: 'Allow', Action: ['bedrock:Get*', 'bedrock:List*'], Resource: '*' }),
    [],
  ),
];

const attached = (...names: readonly string[]) => {
  const arns = names.map(name => `arn:aws:iam::aws:policy/${name}`);
  return {
    arns,
    list: arns.map(PolicyArn => ({ PolicyName: PolicyArn.split('/').at(-1) ?? '', PolicyArn })),
  };
};

/** Policies of AWS with all that can carry them. */
function carried(
  name: string,
  policies: ReturnType<typeof attached>,
  fails: Contract['fails'],
): readonly Contract[] {
  const { arns, list } = policies;
  return [
    {
      name,
      template: {
        type: 'AWS::IAM::Role',
        properties: { RoleName: 'app', AssumeRolePolicyDocument: trust, ManagedPolicyArns: arns },
      },
      answer: {
        kind: 'iam:role',
        id: iam('role/app'),
        region: 'global',
        tags: {},
        data: {
          RoleName: 'app',
          Arn: iam('role/app'),
          AssumeRolePolicyDocument: encoded(trust),
          RolePolicyList: [],
          AttachedManagedPolicies: list,
        },
      },
      fails,
    },
    {
      name,
      template: { type: 'AWS::IAM::User', properties: { UserName: 'ci', ManagedPolicyArns: arns } },
      answer: {
        kind: 'iam:user',
        id: iam('user/ci'),
        region: 'global',
        tags: {},
        data: { UserName: 'ci', Arn: iam('user/ci'), GroupList: [], AttachedManagedPolicies: list },
      },
      fails,
    },
    {
      name,
      template: { type: 'AWS::IAM::Group', properties: { GroupName: 'builders', ManagedPolicyArns: arns } },
      answer: {
        kind: 'iam:group',
        id: iam('group/builders'),
        region: 'global',
        data: {
          GroupName: 'builders',
          Arn: iam('group/builders'),
          GroupPolicyList: [],
          AttachedManagedPolicies: list,
        },
      },
      fails,
    },
    {
      name,
      template: {
        type: 'AWS::SSO::PermissionSet',
        properties: {
          InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
          Name: 'ai',
          ManagedPolicies: arns,
          Tags: tagList,
        },
      },
      answer: {
        kind: 'sso:permission-set',
        id: setArn,
        tags,
        data: {
          InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
          PermissionSetArn: setArn,
          Name: 'ai',
          managedPolicies: arns,
          inlinePolicy: null,
          customerManagedPolicyReferences: [],
        },
      },
      fails,
    },
  ];
}

const credential = (Status: string, ServiceName: string, fails: Contract['fails']): Contract => ({
  name: `for ${ServiceName}, ${Status}`,
  template: {
    type: 'AWS::IAM::ServiceSpecificCredential',
    properties: { ServiceName, UserName: 'ci', Status },
  },
  answer: {
    kind: 'iam:service-specific-credential',
    id: iam('service-specific-credential/ACCA1'),
    region: 'global',
    data: {
      UserName: 'ci',
      Status,
      ServiceName,
      CreateDate: '2026-01-01T00:00:00.000Z',
      ServiceSpecificCredentialId: 'ACCA1',
    },
  },
  fails,
});

const replica = (name: string, Principal: JsonObject | string, fails: Contract['fails']): Contract => {
  const document = policy({ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' });
  const PrimaryKeyArn = `arn:aws:kms:us-east-1:${account}:key/mrk-1`;
  return {
    name,
    template: { type: 'AWS::KMS::ReplicaKey', properties: { PrimaryKeyArn, KeyPolicy: document } },
    answer: {
      kind: 'kms:key',
      id: `arn:aws:kms:eu-west-1:${account}:key/mrk-1`,
      tags: {},
      data: {
        KeyId: 'mrk-1',
        KeyManager: 'CUSTOMER',
        KeyState: 'Enabled',
        KeySpec: 'SYMMETRIC_DEFAULT',
        Origin: 'AWS_KMS',
        MultiRegion: true,
        MultiRegionConfiguration: {
          MultiRegionKeyType: 'REPLICA',
          PrimaryKey: { Arn: PrimaryKeyArn, Region: 'us-east-1' },
          ReplicaKeys: [],
        },
        keyPolicy: JSON.stringify(document),
        keyRotationStatus: { enabled: true },
      },
    },
    fails,
  };
};

export const permissionContracts: readonly Contract[] = [
  ...documents,
  ...carried('with full access to SageMaker', attached('ReadOnlyAccess', 'AmazonSageMakerFullAccess'), [
    'iam/no-full-access',
  ]),
  ...carried('with what reads', attached('ReadOnlyAccess', 'service-role/AWSLambdaBasicExecutionRole'), []),
  credential('Inactive', 'bedrock.amazonaws.com', []),
  credential('Active', 'codecommit.amazonaws.com', []),
  replica('for everybody', '*', ['kms/key-policy-closed']),
  replica('for every AWS account', { AWS: ['*'] }, ['kms/key-policy-closed']),
  replica('for the account', { AWS: iam('root') }, []),
];
