import { expect, test } from 'vitest';

import type { Parsed } from '../../../src/model/declaration.ts';
import { read, shown } from './read.ts';

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
