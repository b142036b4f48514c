import { expect, test } from 'vitest';

import { basics, functionOf, managed, properties } from './read.ts';

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

test('policies that are written out stay in the role', () => {
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

test('policies of a template that nobody knows are unknown', () => {
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

test('policies that are not known leave the role open', () => {
  expect(role('!Rain::Embed x')).toMatchObject({
    ManagedPolicyArns: [basics, { more: { unknown: expect.any(String) } }],
    Policies: [{ more: { unknown: expect.any(String) } }],
  });
});

test('policies come with what SAM adds by itself', () => {
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
