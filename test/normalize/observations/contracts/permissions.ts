import type { JsonObject } from '../../../../src/model/observation.ts';
import type { Contract } from './contract.ts';
import { heldByAll, iam, managed, policy } from './rights.ts';

/** The same document with all that can hold one. */
const held = (name: string, document: JsonObject, fails: Contract['fails']): readonly Contract[] => [
  ...heldByAll(name, { document }, fails),
  managed(name, document, fails),
];

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

export const permissionContracts: readonly Contract[] = [
  ...documents,
  ...heldByAll(
    'with full access to SageMaker',
    { attached: ['ReadOnlyAccess', 'AmazonSageMakerFullAccess'] },
    ['iam/no-full-access'],
  ),
  ...heldByAll(
    'with what reads',
    { attached: ['ReadOnlyAccess', 'service-role/AWSLambdaBasicExecutionRole'] },
    [],
  ),
  credential('Inactive', 'bedrock.amazonaws.com', []),
  credential('Active', 'codecommit.amazonaws.com', []),
];
