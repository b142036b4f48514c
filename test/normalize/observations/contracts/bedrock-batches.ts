import { account, arn, key, region, sideBySide, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = `arn:aws:iam::${account}:role/jobs`;
const base = `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;
const Vpc = { SecurityGroupIds: ['sg-1'], SubnetIds: ['subnet-1'] } as const;
const vpc = { securityGroupIds: ['sg-1'], subnetIds: ['subnet-1'] } as const;
const batch = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  more: Pick<Contract, 'fails' | 'around'>,
) =>
  sideBySide(
    {
      name,
      type: 'AWS::Bedrock::ModelInvocationJob',
      kind: 'bedrock:model-invocation-job',
      id: arn('bedrock', 'model-invocation-job/abc'),
    },
    {
      JobName: 'j',
      ModelId: base,
      RoleArn: role,
      InputDataConfig: { S3InputDataConfig: { S3Uri: 's3://in/x' } },
      OutputDataConfig: { S3OutputDataConfig: { S3Uri: 's3://out/x/' } },
      VpcConfig: Vpc,
      ...properties,
    },
    {
      jobArn: arn('bedrock', 'model-invocation-job/abc'),
      jobName: 'j',
      modelId: base,
      roleArn: role,
      status: 'InProgress',
      submitTime: '2026-01-01T00:00:00.000Z',
      inputDataConfig: { s3InputDataConfig: { s3InputFormat: 'JSONL', s3Uri: 's3://in/x' } },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://out/x/' } },
      vpcConfig: vpc,
      timeoutDurationInHours: 24,
      ...data,
    },
    more,
  );

const bucket = (rule: Answer['data'] & Declared['properties']): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::S3::Bucket',
      key: 'out',
      properties: {
        BucketName: 'out',
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: rule }] },
      },
    },
  ],
  answers: [
    {
      kind: 's3:bucket',
      id: 'arn:aws:s3:::out',
      tags,
      data: {
        Name: 'out',
        bucketEncryption: { Rules: [{ ApplyServerSideEncryptionByDefault: rule, BucketKeyEnabled: true }] },
      },
    },
  ],
});

export const batchContracts: readonly Contract[] = [
  batch(
    'with a key and a VPC',
    { OutputDataConfig: { S3OutputDataConfig: { S3Uri: 's3://out/x/', S3EncryptionKeyId: key } } },
    { outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://out/x/', s3EncryptionKeyId: key } } },
    { fails: [] },
  ),
  batch(
    'to a bucket with a key',
    {},
    {},
    { around: bucket({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key }), fails: [] },
  ),
  batch(
    'to a bucket with the key of AWS',
    {},
    {},
    { around: bucket({ SSEAlgorithm: 'aws:kms' }), fails: ['bedrock/batch-output-customer-key'] },
  ),
  batch(
    'to a bucket with a key of Amazon S3',
    {},
    {},
    { around: bucket({ SSEAlgorithm: 'AES256' }), fails: ['bedrock/batch-output-customer-key'] },
  ),
];
