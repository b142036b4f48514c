import { describe, expect, test } from 'vitest';

import type { Declaration, Parsed } from '../../../src/model/declaration.ts';
import { parse, problemLine, show, showCondition } from '../cloudformation/show.ts';

const placement = { region: 'eu-west-1', account: '111122223333' };

const read = (text: string): Parsed => parse(`Transform: AWS::Serverless-2016-10-31\n${text}`, { placement });

const functionOf = (properties: string, globals = ''): Parsed => {
  const indented = properties.replaceAll(/^/gm, '      ');
  return read(
    `${globals}\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n${indented}\n`,
  );
};

const declared = ({ stacks }: Parsed): readonly Declaration[] =>
  stacks.flatMap(({ declarations }) => declarations);

const typesOf = (parsed: Parsed) =>
  Object.fromEntries(declared(parsed).map(({ name, type }) => [name, type]));

const openings = ({ stacks }: Parsed) => stacks.flatMap(stack => stack.openings.map(({ types }) => types));

function properties(parsed: Parsed, name: string): unknown {
  const declaration = declared(parsed).find(other => other.name === name);
  return declaration && show(declaration.properties);
}

const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const basics = managed('service-role/AWSLambdaBasicExecutionRole');

describe('AWS::Serverless::Function', () => {
  test('is a function with a role of its own', () => {
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
  ])('its code is %s', (uri, expected) => {
    expect(properties(functionOf(`CodeUri: ${uri}`), 'Fn')).toMatchObject({ Code: expected });
  });

  test('spells some properties differently', () => {
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
  ])('with %s makes', (more, expected) => {
    expect(typesOf(functionOf(more))).toEqual(expected);
  });

  test('is open to everyone by its URL, and says so', () => {
    const parsed = functionOf('FunctionUrlConfig: { AuthType: NONE }');
    expect(properties(parsed, 'FnUrlPublicPermissions')).toEqual({
      Action: 'lambda:InvokeFunctionUrl',
      FunctionName: { to: 'a.yaml#Fn.Ref' },
      Principal: '*',
      FunctionUrlAuthType: 'NONE',
    });
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

describe('Policies', () => {
  const role = (policies: string, more = '') =>
    properties(functionOf(`Policies: ${policies}\n${more}`), 'FnRole');
  const allowed = (action: unknown, resource: unknown) => ({
    Statement: [{ Effect: 'Allow', Action: action, Resource: resource }],
  });

  test.each([
    ['AmazonBedrockFullAccess', [managed('AmazonBedrockFullAccess')]],
    ['[AWSLambdaRole]', [managed('service-role/AWSLambdaRole')]],
    ['[arn:aws:iam::aws:policy/X]', [managed('X')]],
    ['[AWSLambdaBasicExecutionRole]', []],
    ['[!Ref Fn]', [{ to: 'a.yaml#Fn.Ref' }]],
  ])('%s are managed policies', (policies, expected) => {
    expect(role(policies)).toMatchObject({ ManagedPolicyArns: [basics, ...expected] });
  });

  test('that are written out stay in the role', () => {
    const statement = "{ Statement: [{ Effect: Allow, Action: 'bedrock:*', Resource: '*' }] }";
    const PolicyDocument = allowed('bedrock:*', '*');
    expect(role(statement)).toMatchObject({ Policies: [{ PolicyName: 'FnRolePolicy0', PolicyDocument }] });
    expect(role(`[X, ${statement}]`)).toMatchObject({
      Policies: [{ PolicyName: 'FnRolePolicy1', PolicyDocument }],
    });
  });

  test.each([
    ['KMSDecryptPolicy: { KeyId: k }', allowed(['kms:Decrypt'], 'arn:aws:kms:eu-west-1:111122223333:key/k')],
    ['AMIDescribePolicy: {}', allowed(['ec2:DescribeImages'], '*')],
    ['AcmGetCertificatePolicy: { CertificateArn: arn:c }', allowed(['acm:GetCertificate'], 'arn:c')],
    [
      'S3WritePolicy: { BucketName: b }',
      allowed(
        ['s3:PutObject', 's3:PutObjectAcl', 's3:PutLifecycleConfiguration'],
        ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
      ),
    ],
    [
      'EFSWriteAccessPolicy: { FileSystem: f, AccessPoint: a }',
      {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
            Resource: 'arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/f',
            Condition: {
              StringEquals: {
                'elasticfilesystem:AccessPointArn':
                  'arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/a',
              },
            },
          },
        ],
      },
    ],
    [
      'LambdaInvokePolicy: { FunctionName: !Ref Fn }',
      allowed(['lambda:InvokeFunction'], {
        text: ['arn:aws:lambda:eu-west-1:111122223333:function:', { to: 'a.yaml#Fn.Ref' }, '*'],
      }),
    ],
  ])('%s is spelt out', (policy, PolicyDocument) => {
    expect(role(`[${policy}]`)).toMatchObject({ Policies: [{ PolicyDocument }] });
  });

  test('of a template that nobody knows are unknown', () => {
    expect(role('[BrandNewPolicy: { X: y }]')).toMatchObject({
      Policies: [
        {
          PolicyDocument: {
            unknown: 'out-of-view: the SAM policy template BrandNewPolicy is not known to this version',
          },
        },
      ],
    });
  });

  test('that are not known leave the role open', () => {
    expect(role('!Rain::Embed x')).toMatchObject({
      ManagedPolicyArns: [basics, { more: { unknown: expect.any(String) } }],
      Policies: [{ more: { unknown: expect.any(String) } }],
    });
  });

  test('come with what SAM adds by itself', () => {
    expect(role('[]', 'VpcConfig: { SubnetIds: [s] }\nTracing: Active')).toMatchObject({
      ManagedPolicyArns: [
        basics,
        managed('AWSXrayWriteOnlyAccess'),
        managed('service-role/AWSLambdaVPCAccessExecutionRole'),
      ],
    });
    expect(role('[]', 'DeadLetterQueue: { Type: SNS, TargetArn: arn:t }')).toMatchObject({
      Policies: [{ PolicyName: 'DeadLetterQueuePolicy', PolicyDocument: allowed('sns:Publish', 'arn:t') }],
    });
  });
});

describe('Globals', () => {
  const globals = `
Globals:
  Function:
    Runtime: python3.12
    VpcConfig: { SubnetIds: [a] }
    Environment: { Variables: { LOG: info, MODE: x } }
    Layers: [first]`;

  test('are merged: maps by key, lists one after the other', () => {
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

  test('give way to functions', () => {
    const parsed = functionOf('Layers: !Split [",", "x"]\nInlineCode: x', globals);
    expect(properties(parsed, 'Fn')).toMatchObject({ Layers: ['x'] });
  });

  test.each([
    ['"*"', {}],
    ['[Layers, VpcConfig]', { Runtime: 'python3.12', Environment: expect.anything() }],
  ])('are ignored on demand: %s', (ignored, expected) => {
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

  test('stand for resources without properties', () => {
    const parsed = read(`${globals}\nResources:\n  Fn: { Type: AWS::Serverless::Function }`);
    expect(properties(parsed, 'Fn')).toMatchObject({ Runtime: 'python3.12' });
  });
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
