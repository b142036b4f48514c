import { expect, test } from 'vitest';

import type { Parsed } from '../../../src/model/declaration.ts';
import { parse, show, showCondition } from '../cloudformation/show.ts';

const placement = { region: 'eu-west-1', account: '111122223333' };

const read = (text: string): Parsed => parse(`Transform: AWS::Serverless-2016-10-31\n${text}`, { placement });

function shown(parsed: Parsed): Record<string, unknown> {
  const declarations = parsed.stacks.flatMap(stack => stack.declarations);
  return Object.fromEntries(
    declarations.map(({ name, type, properties }) => [name, [type, show(properties)]]),
  );
}

const event = (definition: string): Parsed =>
  read(`
Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Pool: { Type: AWS::Cognito::UserPool }
  Fn:
    Type: AWS::Serverless::Function
    Properties: { InlineCode: x, Role: arn:r, Events: { E: ${definition} } }
`);

const fn = { to: 'a.yaml#Fn.Ref' };
const arn = { to: 'a.yaml#Fn.Arn' };
const permission = (Principal: string, more = {}) => [
  'AWS::Lambda::Permission',
  { Action: 'lambda:InvokeFunction', FunctionName: fn, Principal, ...more },
];
const api = (path: string) => ({
  text: ['arn:aws:execute-api:eu-west-1:111122223333:', { to: 'a.yaml#ServerlessRestApi.Ref' }, path],
});

test.each([
  [
    '{ Type: SQS, Properties: { Queue: arn:q, BatchSize: 5 } }',
    { FnE: ['AWS::Lambda::EventSourceMapping', { BatchSize: 5, FunctionName: fn, EventSourceArn: 'arn:q' }] },
  ],
  [
    '{ Type: MSK, Properties: { Stream: arn:s, Topics: [t], ConsumerGroupId: g } }',
    {
      FnE: [
        'AWS::Lambda::EventSourceMapping',
        {
          Topics: ['t'],
          FunctionName: fn,
          EventSourceArn: 'arn:s',
          AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: 'g' },
        },
      ],
    },
  ],
  [
    '{ Type: Schedule, Properties: { Schedule: rate(1 day), Enabled: false } }',
    {
      FnE: [
        'AWS::Events::Rule',
        {
          ScheduleExpression: 'rate(1 day)',
          State: 'DISABLED',
          Targets: [{ Id: 'FnELambdaTarget', Arn: arn }],
        },
      ],
      FnEPermission: permission('events.amazonaws.com', { SourceArn: { to: 'a.yaml#FnE.Arn' } }),
    },
  ],
  [
    '{ Type: EventBridgeRule, Properties: { Pattern: { source: [x] }, RuleName: n } }',
    {
      FnE: [
        'AWS::Events::Rule',
        { Name: 'n', EventPattern: { source: ['x'] }, Targets: [{ Id: 'FnELambdaTarget', Arn: arn }] },
      ],
      FnEPermission: permission('events.amazonaws.com', { SourceArn: { to: 'a.yaml#FnE.Arn' } }),
    },
  ],
  [
    '{ Type: SNS, Properties: { Topic: arn:t } }',
    {
      FnE: ['AWS::SNS::Subscription', { Protocol: 'lambda', Endpoint: arn, TopicArn: 'arn:t' }],
      FnEPermission: permission('sns.amazonaws.com', { SourceArn: 'arn:t' }),
    },
  ],
  [
    '{ Type: S3, Properties: { Bucket: !Ref Bucket, Events: x } }',
    {
      Bucket: [
        'AWS::S3::Bucket',
        { NotificationConfiguration: { set: 'out-of-view: SAM adds to it for Fn' } },
      ],
      FnEPermission: permission('s3.amazonaws.com', { SourceAccount: '111122223333' }),
    },
  ],
  [
    '{ Type: Cognito, Properties: { UserPool: !Ref Pool, Trigger: PreSignUp } }',
    {
      Pool: ['AWS::Cognito::UserPool', { LambdaConfig: { set: 'out-of-view: SAM adds to it for Fn' } }],
      FnCognitoPermission: permission('cognito-idp.amazonaws.com', { SourceArn: { to: 'a.yaml#Pool.Arn' } }),
    },
  ],
  [
    "{ Type: Api, Properties: { Path: '/a/{id}', Method: get } }",
    { FnEPermissionProd: permission('apigateway.amazonaws.com', { SourceArn: api('/*/GET/a/*') }) },
  ],
  [
    '{ Type: Api, Properties: { Path: /a, Method: any } }',
    { FnEPermissionProd: permission('apigateway.amazonaws.com', { SourceArn: api('/*/*/a') }) },
  ],
  [
    '{ Type: AlexaSkill, Properties: { SkillId: s } }',
    { FnEPermission: permission('alexa-appkit.amazon.com', { EventSourceToken: 's' }) },
  ],
  [
    '{ Type: CloudWatchLogs, Properties: { LogGroupName: g, FilterPattern: p } }',
    {
      FnE: ['AWS::Logs::SubscriptionFilter', { LogGroupName: 'g', FilterPattern: 'p', DestinationArn: arn }],
      FnEPermission: permission('logs.amazonaws.com', {
        SourceArn: 'arn:aws:logs:eu-west-1:111122223333:log-group:g:*',
      }),
    },
  ],
])('the event %s makes', (definition, expected) => {
  expect(shown(event(definition))).toMatchObject(expected);
});

test.each([
  ['{ Type: SNS, Properties: { Topic: t, SqsSubscription: true } }', 4],
  ['{ Type: IoTRule, Properties: { Sql: s } }', 1],
  ['{ Type: BrandNew }', 'all'],
  ['text', 'all'],
])('the event %s opens what is not spelt out', (definition, expected) => {
  const [opening] = event(definition).stacks.flatMap(stack => stack.openings);
  expect(opening?.types === 'all' ? 'all' : opening?.types.length).toBe(expected);
});

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
