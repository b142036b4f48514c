import { expect, test } from 'vitest';

import { showCondition } from '../cloudformation/show.ts';
import { read, shown } from './read.ts';

test('an event that names no API makes one, when its function is made', () => {
  const parsed = read(`
Parameters: { E: { Type: String, AllowedValues: [a, b] } }
Conditions: { C: !Equals [!Ref E, a] }
Globals: { Api: { TracingEnabled: true } }
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Condition: C
    Properties: { InlineCode: x, Role: arn:r, Events: { E: { Type: Api, Properties: { Path: /a, Method: get } } } }
`);
  const declarations = parsed.stacks.flatMap(stack => stack.declarations);
  expect(declarations.map(({ name, type }) => [name, type])).toEqual([
    ['Fn', 'AWS::Lambda::Function'],
    ['FnEPermissionProd', 'AWS::Lambda::Permission'],
    ['ServerlessRestApi', 'AWS::ApiGateway::RestApi'],
    ['ServerlessRestApiDeployment', 'AWS::ApiGateway::Deployment'],
    ['ServerlessRestApiProdStage', 'AWS::ApiGateway::Stage'],
  ]);
  const condition = { equals: [{ choice: 'a.yaml#E', of: [true, false] }, true] };
  expect(declarations.map(({ exists }) => showCondition(exists))).toEqual(declarations.map(() => condition));
  expect(shown(parsed)['ServerlessRestApiProdStage']).toMatchObject([
    'AWS::ApiGateway::Stage',
    { StageName: 'Prod', TracingEnabled: true },
  ]);
});

test('AWS::Serverless::Api', () => {
  const parsed = read(`
Resources:
  Rest:
    Type: AWS::Serverless::Api
    Properties: { StageName: v1, EndpointConfiguration: PRIVATE, AccessLogSetting: { Format: f }, Tags: { a: b }, Auth: {} }
`);
  expect(shown(parsed)).toEqual({
    Rest: [
      'AWS::ApiGateway::RestApi',
      {
        EndpointConfiguration: { Types: ['PRIVATE'] },
        '…': { unknown: expect.stringContaining('out-of-view') },
      },
    ],
    RestDeployment: ['AWS::ApiGateway::Deployment', { RestApiId: { to: 'a.yaml#Rest.Ref' } }],
    Restv1Stage: [
      'AWS::ApiGateway::Stage',
      {
        StageName: 'v1',
        AccessLogSetting: { Format: 'f' },
        RestApiId: { to: 'a.yaml#Rest.Ref' },
        DeploymentId: { to: 'a.yaml#RestDeployment.Ref' },
        Tags: [{ Key: 'a', Value: 'b' }],
      },
    ],
  });
  expect(parsed.stacks[0]?.openings).toHaveLength(1);
});

test('AWS::Serverless::HttpApi', () => {
  expect(
    shown(read('Resources: { H: { Type: AWS::Serverless::HttpApi, Properties: { Name: n } } }')),
  ).toEqual({
    H: ['AWS::ApiGatewayV2::Api', { Name: 'n', '…': { unknown: expect.stringContaining('out-of-view') } }],
    HApiGatewayDefaultStage: [
      'AWS::ApiGatewayV2::Stage',
      {
        StageName: '$default',
        ApiId: { to: 'a.yaml#H.Ref' },
        AutoDeploy: true,
        Tags: { 'httpapi:createdBy': 'SAM' },
      },
    ],
  });
});

test.each([
  [
    '{}',
    {
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    },
  ],
  [
    '{ PrimaryKey: { Name: k, Type: Number }, SSESpecification: { SSEEnabled: true }, ProvisionedThroughput: { ReadCapacityUnits: 1 } }',
    {
      SSESpecification: { SSEEnabled: true },
      ProvisionedThroughput: { ReadCapacityUnits: 1 },
      AttributeDefinitions: [{ AttributeName: 'k', AttributeType: 'N' }],
      KeySchema: [{ AttributeName: 'k', KeyType: 'HASH' }],
    },
  ],
])('AWS::Serverless::SimpleTable %s', (properties, expected) => {
  const parsed = read(`Resources: { T: { Type: AWS::Serverless::SimpleTable, Properties: ${properties} } }`);
  expect(shown(parsed)).toEqual({ T: ['AWS::DynamoDB::Table', expected] });
});

test('AWS::Serverless::LayerVersion', () => {
  const parsed = read(
    'Resources: { L: { Type: AWS::Serverless::LayerVersion, Properties: { ContentUri: s3://b/k } } }',
  );
  expect(shown(parsed)).toEqual({
    L: ['AWS::Lambda::LayerVersion', { LayerName: 'L', Content: { S3Bucket: 'b', S3Key: 'k' } }],
  });
});

test('AWS::Serverless::StateMachine', () => {
  const parsed = read(`
Resources:
  Flow:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition: { StartAt: A }
      Logging: { Level: ALL }
      Policies: [LambdaInvokePolicy: { FunctionName: f }]
      Events: { Daily: { Type: Schedule, Properties: { Schedule: rate(1 day) } } }
`);
  const start = {
    Statement: [{ Effect: 'Allow', Action: 'states:StartExecution', Resource: { to: 'a.yaml#Flow.Ref' } }],
  };
  expect(shown(parsed)).toMatchObject({
    Flow: [
      'AWS::StepFunctions::StateMachine',
      {
        Definition: { StartAt: 'A' },
        LoggingConfiguration: { Level: 'ALL' },
        RoleArn: { to: 'a.yaml#FlowRole.Arn' },
      },
    ],
    FlowRole: [
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: ['states.amazonaws.com'] } }] },
        Policies: [{ PolicyName: 'FlowRolePolicy0' }],
      },
    ],
    FlowDaily: [
      'AWS::Events::Rule',
      {
        Targets: [
          {
            Id: 'FlowDailyStepFunctionsTarget',
            Arn: { to: 'a.yaml#Flow.Ref' },
            RoleArn: { to: 'a.yaml#FlowDailyRole.Arn' },
          },
        ],
      },
    ],
    FlowDailyRole: [
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: { Statement: [{ Principal: { Service: ['events.amazonaws.com'] } }] },
        Policies: [{ PolicyDocument: start }],
      },
    ],
  });
});

test('what is not known of a resource of SAM opens everything', () => {
  const parsed = read(`
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: !Rain::Embed x }
  New: { Type: AWS::Serverless::BrandNew, Properties: { A: 1 } }
`);
  expect(shown(parsed)).toEqual({
    Fn: ['AWS::Lambda::Function', { unknown: expect.stringContaining('Rain::Embed') }],
    New: ['AWS::Serverless::BrandNew', { A: 1 }],
  });
  expect(parsed.stacks[0]?.openings.map(({ types }) => types)).toEqual(['all', 'all']);
});
