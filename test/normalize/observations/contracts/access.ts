import type { Contract } from './contract.ts';

const allow = (Action: string | readonly string[], Resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});
const trust = (
  Service: string,
  Condition?: { readonly StringEquals: { readonly 'aws:SourceAccount': string } },
) => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service }, Action: 'sts:AssumeRole', ...(Condition && { Condition }) },
  ],
});
/** As IAM gives documents. */
const encoded = (document: object): string => encodeURIComponent(JSON.stringify(document));
const iam = (rest: string): string => `arn:aws:iam::111122223333:${rest}`;
const fullAccess = 'arn:aws:iam::aws:policy/AmazonBedrockFullAccess';
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';

export const accessContracts: readonly Contract[] = [
  {
    name: 'that anybody may assume it for, and that may do everything',
    template: {
      type: 'AWS::IAM::Role',
      properties: {
        RoleName: 'app',
        AssumeRolePolicyDocument: trust('bedrock-agentcore.amazonaws.com'),
        ManagedPolicyArns: [fullAccess],
        Policies: [
          { PolicyName: 'all', PolicyDocument: allow(['bedrock:*'], '*') },
          { PolicyName: 'pass', PolicyDocument: allow('iam:PassRole', '*') },
        ],
      },
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
        AssumeRolePolicyDocument: encoded(trust('bedrock-agentcore.amazonaws.com')),
        AttachedManagedPolicies: [{ PolicyName: 'AmazonBedrockFullAccess', PolicyArn: fullAccess }],
        RolePolicyList: [
          { PolicyName: 'all', PolicyDocument: encoded(allow(['bedrock:*'], '*')) },
          { PolicyName: 'pass', PolicyDocument: encoded(allow('iam:PassRole', '*')) },
        ],
        PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: iam('policy/b') },
      },
    },
    fails: [
      'iam/invocation-requires-guardrail',
      'iam/model-invocation-scoped',
      'iam/no-full-access',
      'iam/pass-role-scoped',
      'iam/service-role-trust-scoped',
    ],
  },
  {
    name: 'for one service on behalf of one account',
    template: {
      type: 'AWS::IAM::Role',
      properties: {
        RoleName: 'app',
        AssumeRolePolicyDocument: trust('bedrock.amazonaws.com', {
          StringEquals: { 'aws:SourceAccount': '111122223333' },
        }),
      },
    },
    answer: {
      kind: 'iam:role',
      id: iam('role/app'),
      region: 'global',
      tags: {},
      data: {
        RoleName: 'app',
        Arn: iam('role/app'),
        AssumeRolePolicyDocument: encoded(
          trust('bedrock.amazonaws.com', { StringEquals: { 'aws:SourceAccount': '111122223333' } }),
        ),
        AttachedManagedPolicies: [],
        RolePolicyList: [],
      },
    },
    fails: [],
  },
  {
    name: 'with full access',
    template: { type: 'AWS::IAM::User', properties: { UserName: 'ci', ManagedPolicyArns: [fullAccess] } },
    answer: {
      kind: 'iam:user',
      id: iam('user/ci'),
      region: 'global',
      tags: {},
      data: {
        UserName: 'ci',
        Arn: iam('user/ci'),
        AttachedManagedPolicies: [{ PolicyName: 'AmazonBedrockFullAccess', PolicyArn: fullAccess }],
        GroupList: ['builders'],
      },
    },
    fails: ['iam/no-full-access'],
  },
  {
    name: 'that administers the account',
    template: {
      type: 'AWS::IAM::Role',
      properties: {
        RoleName: 'builder',
        AssumeRolePolicyDocument: trust('codebuild.amazonaws.com'),
        ManagedPolicyArns: [administrator],
      },
    },
    answer: {
      kind: 'iam:role',
      id: iam('role/builder'),
      region: 'global',
      tags: {},
      data: {
        RoleName: 'builder',
        Arn: iam('role/builder'),
        AssumeRolePolicyDocument: encoded(trust('codebuild.amazonaws.com')),
        AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: administrator }],
        RolePolicyList: [],
      },
    },
    fails: ['iam/no-full-access'],
  },
  {
    name: 'of the administrators who sign in',
    template: {
      type: 'AWS::IAM::Role',
      properties: {
        RoleName: 'AWSReservedSSO_AdministratorAccess_0123456789abcdef',
        AssumeRolePolicyDocument: trust('codebuild.amazonaws.com'),
        ManagedPolicyArns: [administrator],
      },
    },
    answer: {
      kind: 'iam:role',
      id: iam('role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0123456789abcdef'),
      region: 'global',
      tags: {},
      data: {
        RoleName: 'AWSReservedSSO_AdministratorAccess_0123456789abcdef',
        Path: '/aws-reserved/sso.amazonaws.com/',
        Arn: iam('role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_AdministratorAccess_0123456789abcdef'),
        AssumeRolePolicyDocument: encoded(trust('codebuild.amazonaws.com')),
        AttachedManagedPolicies: [{ PolicyName: 'AdministratorAccess', PolicyArn: administrator }],
        RolePolicyList: [],
      },
    },
    fails: [],
  },
  {
    name: 'that may invoke one approved model',
    template: {
      type: 'AWS::IAM::Group',
      properties: {
        GroupName: 'builders',
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: allow(
              'bedrock:InvokeModel',
              'arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0',
            ),
          },
        ],
      },
    },
    answer: {
      kind: 'iam:group',
      id: iam('group/builders'),
      region: 'global',
      data: {
        GroupName: 'builders',
        Arn: iam('group/builders'),
        GroupPolicyList: [
          {
            PolicyName: 'p',
            PolicyDocument: encoded(
              allow(
                'bedrock:InvokeModel',
                'arn:aws:bedrock:*::foundation-model/amazon.titan-embed-text-v2:0',
              ),
            ),
          },
        ],
        AttachedManagedPolicies: [],
      },
    },
    fails: ['iam/invocation-requires-guardrail'],
  },
  {
    name: 'of which the version in force allows every model',
    template: {
      type: 'AWS::IAM::ManagedPolicy',
      properties: { ManagedPolicyName: 'p', PolicyDocument: allow('bedrock:InvokeModel*', '*') },
    },
    answer: {
      kind: 'iam:policy',
      id: iam('policy/p'),
      region: 'global',
      data: {
        PolicyName: 'p',
        Arn: iam('policy/p'),
        DefaultVersionId: 'v2',
        PolicyVersionList: [
          { VersionId: 'v1', IsDefaultVersion: false, Document: encoded(allow('s3:GetObject', '*')) },
          { VersionId: 'v2', IsDefaultVersion: true, Document: encoded(allow('bedrock:InvokeModel*', '*')) },
        ],
      },
    },
    fails: ['iam/invocation-requires-guardrail', 'iam/model-invocation-scoped'],
  },
  {
    name: 'with full access',
    template: {
      type: 'AWS::SSO::PermissionSet',
      properties: {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'ai',
        ManagedPolicies: [fullAccess],
        InlinePolicy: allow('iam:PassRole', '*'),
      },
    },
    answer: {
      kind: 'sso:permission-set',
      id: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1',
      tags: {},
      data: {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1/ps-1',
        Name: 'ai',
        managedPolicies: [fullAccess],
        inlinePolicy: JSON.stringify(allow('iam:PassRole', '*')),
        customerManagedPolicyReferences: [],
      },
    },
    fails: ['iam/no-full-access', 'iam/pass-role-scoped'],
  },
];
