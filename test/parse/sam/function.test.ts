import { expect, test } from 'vitest';

import { parse, problemLine, showCondition } from '../cloudformation/show.ts';
import { basics, declared, functionOf, openings, properties, read, typesOf } from './read.ts';

test('a function has a role of its own', () => {
  const parsed = functionOf('{ Handler: a.b, Runtime: python3.12, InlineCode: x, Tags: { team: ai } }');
  expect(typesOf(parsed)).toEqual({ Fn: 'AWS::Lambda::Function', FnRole: 'AWS::IAM::Role' });
  const tags = [
    { Key: 'lambda:createdBy', Value: 'SAM' },
    { Key: 'team', Value: 'ai' },
  ];
  expect(properties(parsed, 'Fn')).toEqual({
    Handler: 'a.b',
    Runtime: 'python3.12',
    Role: { to: 'a.yaml#FnRole.Arn' },
    Code: { ZipFile: 'x' },
    Tags: tags,
  });
  expect(properties(parsed, 'FnRole')).toEqual({
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { Service: ['lambda.amazonaws.com'] } },
      ],
    },
    ManagedPolicyArns: [basics],
    Tags: tags,
  });
  expect(openings(parsed)).toEqual([]);
});

test.each([
  ['s3://b/k', { S3Bucket: 'b', S3Key: 'k' }],
  ['s3://b/k?versionId=v', { S3Bucket: 'b', S3Key: 'k', S3ObjectVersion: 'v' }],
  ['{ Bucket: b, Key: k }', { S3Bucket: 'b', S3Key: 'k' }],
  ['src/', { '…': { unknown: 'out-of-view: the code is packaged when the template is deployed' } }],
])('the code of a function is %s', (uri, expected) => {
  expect(properties(functionOf(`CodeUri: ${uri}`), 'Fn')).toMatchObject({ Code: expected });
});

test('a function spells some properties differently', () => {
  const shown = properties(
    functionOf('Tracing: Active\nDeadLetterQueue: { Type: SQS, TargetArn: arn:q }\nImageUri: img'),
    'Fn',
  );
  expect(shown).toMatchObject({
    TracingConfig: { Mode: 'Active' },
    DeadLetterConfig: { TargetArn: 'arn:q' },
    Code: { ImageUri: 'img' },
  });
});

test.each([
  ['Role: arn:aws:iam::111122223333:role/r', { Fn: 'AWS::Lambda::Function' }],
  [
    'AutoPublishAlias: live',
    {
      Fn: 'AWS::Lambda::Function',
      FnVersion: 'AWS::Lambda::Version',
      FnAliaslive: 'AWS::Lambda::Alias',
      FnRole: 'AWS::IAM::Role',
    },
  ],
  [
    'FunctionUrlConfig: { AuthType: AWS_IAM }',
    {
      Fn: 'AWS::Lambda::Function',
      FnUrl: 'AWS::Lambda::Url',
      FnRole: 'AWS::IAM::Role',
    },
  ],
  [
    'FunctionUrlConfig: { AuthType: NONE }',
    {
      Fn: 'AWS::Lambda::Function',
      FnUrl: 'AWS::Lambda::Url',
      FnUrlPublicPermissions: 'AWS::Lambda::Permission',
      FnURLInvokeAllowPublicAccess: 'AWS::Lambda::Permission',
      FnRole: 'AWS::IAM::Role',
    },
  ],
  [
    'EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: SQS } } }',
    {
      Fn: 'AWS::Lambda::Function',
      FnEventInvokeConfig: 'AWS::Lambda::EventInvokeConfig',
      FnEventInvokeConfigOnFailureQueue: 'AWS::SQS::Queue',
      FnRole: 'AWS::IAM::Role',
    },
  ],
])('a function with %s makes', (more, expected) => {
  expect(typesOf(functionOf(more))).toEqual(expected);
});

test('a function is open to everyone by its URL, and says so', () => {
  const parsed = functionOf('FunctionUrlConfig: { AuthType: NONE }');
  expect(properties(parsed, 'FnUrlPublicPermissions')).toEqual({
    Action: 'lambda:InvokeFunctionUrl',
    FunctionName: { to: 'a.yaml#Fn.Ref' },
    Principal: '*',
    FunctionUrlAuthType: 'NONE',
  });
});
test('a role that only some deployments bring is made in the others', () => {
  const parsed = read(`
Parameters: { Arn: { Type: String } }
Conditions: { Has: !Not [!Equals [!Ref Arn, '']] }
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { Role: !If [Has, !Ref Arn, !Ref AWS::NoValue], InlineCode: x } }
`);
  const without = { equals: [{ choice: 'a.yaml#Arn', of: [true, false] }, true] };
  expect(declared(parsed).map(({ name, exists }) => [name, showCondition(exists)])).toEqual([
    ['Fn', true],
    ['FnRole', without],
  ]);
  expect(properties(parsed, 'Fn')).toMatchObject({
    Role: { if: { not: without }, no: { to: 'a.yaml#FnRole.Arn' } },
  });
});

const globals = `
Globals:
  Function:
    Runtime: python3.12
    VpcConfig: { SubnetIds: [a] }
    Environment: { Variables: { LOG: info, MODE: x } }
    Layers: [first]`;

test('globals are merged: maps by key, lists one after the other', () => {
  const parsed = functionOf(
    'Environment: { Variables: { LOG: debug } }\nLayers: [second]\nInlineCode: x',
    globals,
  );
  expect(properties(parsed, 'Fn')).toMatchObject({
    Runtime: 'python3.12',
    VpcConfig: { SubnetIds: ['a'] },
    Environment: { Variables: { LOG: 'debug', MODE: 'x' } },
    Layers: ['first', 'second'],
  });
});

test('globals give way to functions', () => {
  const parsed = functionOf('Layers: !Split [",", "x"]\nInlineCode: x', globals);
  expect(properties(parsed, 'Fn')).toMatchObject({ Layers: ['x'] });
});

test.each([
  ['"*"', {}],
  ['[Layers, VpcConfig]', { Runtime: 'python3.12', Environment: expect.anything() }],
])('globals are ignored on demand: %s', (ignored, expected) => {
  const parsed = read(`${globals}
Resources:
  Fn: { Type: AWS::Serverless::Function, IgnoreGlobals: ${ignored}, Properties: { Role: arn, InlineCode: x } }`);
  expect(properties(parsed, 'Fn')).toEqual({
    ...expected,
    Role: 'arn',
    Code: { ZipFile: 'x' },
    Tags: expect.anything(),
  });
});

test('globals stand for resources without properties', () => {
  const parsed = read(`${globals}\nResources:\n  Fn: { Type: AWS::Serverless::Function }`);
  expect(properties(parsed, 'Fn')).toMatchObject({ Runtime: 'python3.12' });
});
test('what the transform makes can be referred to', () => {
  const parsed = read(`
Resources:
  Fn: { Type: AWS::Serverless::Function, Properties: { InlineCode: x, AutoPublishAlias: live } }
  X:
    Type: A::B::C
    Properties:
      Role: !GetAtt FnRole.Arn
      Version: !Ref Fn.Version
      Alias: !Sub '\${Fn.Alias}'
      Arn: !GetAtt Fn.Arn
      Other: !Ref FnSomeEvent
`);
  expect(properties(parsed, 'X')).toEqual({
    Role: { to: 'a.yaml#FnRole.Arn' },
    Version: { to: 'a.yaml#FnVersion.Ref' },
    Alias: { to: 'a.yaml#FnAliaslive.Ref' },
    Arn: { to: 'a.yaml#Fn.Arn' },
    Other: { set: 'out-of-view: SAM makes FnSomeEvent for Fn' },
  });
  expect(parsed.problems.map(problemLine)).toEqual([]);
});

test('connectors and gradual deployments open what they would make', () => {
  const parsed = read(`
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Connectors: { C: { Properties: { Destination: { Id: T }, Permissions: [Write] } } }
    Properties: { InlineCode: x, AutoPublishAlias: live, DeploymentPreference: { Type: AllAtOnce } }
  T: { Type: AWS::Serverless::SimpleTable }
`);
  expect(openings(parsed)).toEqual([
    ['AWS::IAM::ManagedPolicy', 'AWS::Lambda::Permission', 'AWS::SNS::TopicPolicy', 'AWS::SQS::QueuePolicy'],
    ['AWS::CodeDeploy::Application', 'AWS::CodeDeploy::DeploymentGroup'],
  ]);
  expect(typesOf(parsed)).toMatchObject({ CodeDeployServiceRole: 'AWS::IAM::Role' });
});

test('a macro beside the transform leaves nothing proved', () => {
  const parsed = parse(`
Transform: [AWS::Serverless-2016-10-31, Custom]
Resources: { Fn: { Type: AWS::Serverless::Function, Properties: { Role: arn } } }`);
  expect(typesOf(parsed)).toEqual({ Fn: 'AWS::Lambda::Function' });
  expect(properties(parsed, 'Fn')).toEqual({
    Role: { unknown: expect.stringContaining('the macro Custom') },
    '…': { unknown: expect.stringContaining('the macro Custom') },
  });
});
