import { account, arn, key } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const logs = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  more: Pick<Contract, 'fails' | 'around'>,
): Contract => ({
  name,
  template: { type: 'AWS::Bedrock::ModelInvocationLoggingConfiguration', properties },
  answer: {
    kind: 'bedrock:invocation-logging',
    id: arn('bedrock', 'model-invocation-logging-configuration'),
    data,
  },
  ...more,
});

const Switches = {
  TextDataDeliveryEnabled: true,
  ImageDataDeliveryEnabled: true,
  EmbeddingDataDeliveryEnabled: true,
  VideoDataDeliveryEnabled: true,
} as const;
const switches = {
  textDataDeliveryEnabled: true,
  imageDataDeliveryEnabled: true,
  embeddingDataDeliveryEnabled: true,
  videoDataDeliveryEnabled: true,
  audioDataDeliveryEnabled: false,
} as const;

const bucket = (KMSMasterKeyID: string): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::S3::Bucket',
      key: 'log',
      properties: {
        BucketName: 'prompts',
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } },
          ],
        },
      },
    },
  ],
  answers: [
    {
      kind: 's3:bucket',
      id: 'arn:aws:s3:::prompts',
      tags: {},
      data: {
        Name: 'prompts',
        bucketEncryption: {
          Rules: [
            {
              ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID },
              BucketKeyEnabled: true,
            },
          ],
        },
      },
    },
  ],
});

const toBucket = [
  { S3Config: { BucketName: 'prompts' }, ...Switches },
  { s3Config: { bucketName: 'prompts', keyPrefix: '' }, ...switches },
] as const;

const toGroup = [
  {
    CloudWatchConfig: {
      LogGroupName: '/prompts',
      RoleArn: `arn:aws:iam::${account}:role/logs`,
      LargeDataDeliveryS3Config: { BucketName: 'prompts' },
    },
    ...Switches,
  },
  {
    cloudWatchConfig: {
      logGroupName: '/prompts',
      roleArn: `arn:aws:iam::${account}:role/logs`,
      largeDataDeliveryS3Config: { bucketName: 'prompts', keyPrefix: '' },
    },
    ...switches,
  },
] as const;

const group: NonNullable<Contract['around']> = {
  template: [
    { type: 'AWS::Logs::LogGroup', key: 'group', properties: { LogGroupName: '/prompts', KmsKeyId: key } },
  ],
  answers: [
    {
      kind: 'logs:log-group',
      id: arn('logs', 'log-group:/prompts'),
      tags: {},
      data: { logGroupName: '/prompts', kmsKeyId: key, storedBytes: 0, logGroupClass: 'STANDARD' },
    },
  ],
};

const exposed = ['logging/invocation-destination-customer-key'] as const;

export const invocationLoggingContracts: readonly Contract[] = [
  logs('to a bucket with a key', ...toBucket, { around: bucket(key), fails: [] }),
  logs('to a bucket with the key that AWS keeps', ...toBucket, {
    around: bucket(arn('kms', 'alias/aws/s3')),
    fails: exposed,
  }),
  logs('to a group with a key, and a bucket with one', ...toGroup, {
    around: {
      template: [...group.template, ...bucket(key).template],
      answers: [...group.answers, ...bucket(key).answers],
    },
    fails: [],
  }),
  logs('to a group with a key, and a bucket without one', ...toGroup, {
    around: {
      template: [...group.template, ...bucket('alias/aws/s3').template],
      answers: [...group.answers, ...bucket('alias/aws/s3').answers],
    },
    fails: exposed,
  }),
];
