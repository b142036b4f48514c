import { expect, test } from 'vitest';

import { known } from '../../src/model/value.ts';
import { dict, lost, oneOf, reference, text, when } from './build.ts';
import { call, logging, put, read, throughput } from './custom.ts';

test.for([
  { name: 'the SDK of old', service: 'Bedrock', action: 'putModelInvocationLoggingConfiguration' },
  {
    name: 'the SDK of today',
    service: '@aws-sdk/client-bedrock',
    action: 'PutModelInvocationLoggingConfigurationCommand',
  },
  { name: 'a mixture', service: 'bedrock', action: 'PutModelInvocationLoggingConfiguration' },
])('invocation logging in the words of $name', ({ service, action }) => {
  const loggingConfig = {
    s3Config: { bucketName: 'logs', keyPrefix: 'ai/' },
    cloudWatchConfig: {
      logGroupName: '/ai',
      roleArn: 'arn:x',
      largeDataDeliveryS3Config: { bucketName: 'large' },
    },
    textDataDeliveryEnabled: true,
    imageDataDeliveryEnabled: false,
  };
  expect(read(dict({ Create: call(service, action, { loggingConfig }) }))).toEqual({
    made: logging,
    properties: {
      S3Config: { BucketName: 'logs', KeyPrefix: 'ai/' },
      CloudWatchConfig: {
        LogGroupName: '/ai',
        RoleArn: 'arn:x',
        LargeDataDeliveryS3Config: { BucketName: 'large' },
      },
      TextDataDeliveryEnabled: true,
      ImageDataDeliveryEnabled: false,
    },
  });
});

test('references in the text of a call stay references, and other holes stay holes', () => {
  const start =
    '{"service":"Bedrock","action":"putModelInvocationLoggingConfiguration","parameters":{"loggingConfig":';
  const written = text(
    `${start}{"cloudWatchConfig":{"logGroupName":"`,
    reference('a.yaml#Group'),
    '","roleArn":"',
    reference('a.yaml#Role', 'Arn'),
    '"},"s3Config":{"bucketName":"logs-',
    lost,
    '"},"textDataDeliveryEnabled":',
    lost,
    '}}}',
  );
  expect(read(dict({ Create: written, Update: written }))).toEqual({
    made: logging,
    properties: {
      CloudWatchConfig: { LogGroupName: '-> a.yaml#Group.Ref', RoleArn: '-> a.yaml#Role.Arn' },
      S3Config: { BucketName: ['logs-', '<unknown>'] },
      TextDataDeliveryEnabled: '<unknown>',
    },
  });
});

test('a parameter that is a hole leaves its members open', () => {
  const written = text(
    '{"service":"Bedrock","action":"putModelInvocationLoggingConfiguration","parameters":',
    lost,
    '}',
  );
  expect(read(dict({ Create: written }))).toEqual({
    made: logging,
    properties: { '...': 'unresolved-value' },
  });
});

test('keys of maps are the own words of the user, tags get their spelling', () => {
  const parameters = {
    jobName: 'tune',
    hyperParameters: { epochCount: '2', 'learning-rate': '0.1' },
    jobTags: [{ key: 'team', value: 'ai' }],
    outputDataConfig: { s3Uri: 's3://out' },
    vpcConfig: { subnetIds: ['a'], securityGroupIds: ['b'] },
  };
  expect(read(dict({ Create: call('bedrock', 'createModelCustomizationJob', parameters) }))).toEqual({
    made: 'AWS::Bedrock::ModelCustomizationJob',
    properties: {
      JobName: 'tune',
      HyperParameters: { epochCount: '2', 'learning-rate': '0.1' },
      JobTags: [{ Key: 'team', Value: 'ai' }],
      OutputDataConfig: { S3Uri: 's3://out' },
      VpcConfig: { SubnetIds: ['a'], SecurityGroupIds: ['b'] },
    },
  });
});

test.for([
  [
    'SageMaker',
    'createTrainingJob',
    { TrainingJobName: 'a' },
    'AWS::SageMaker::TrainingJob',
    { TrainingJobName: 'a' },
  ],
  [
    '@aws-sdk/client-ec2',
    'EnableEbsEncryptionByDefaultCommand',
    {},
    'AWS::EC2::EbsEncryptionByDefault',
    { EbsEncryptionByDefault: true },
  ],
  [
    'EC2',
    'disableEbsEncryptionByDefault',
    undefined,
    'AWS::EC2::EbsEncryptionByDefault',
    { EbsEncryptionByDefault: false },
  ],
  [
    'S3Control',
    'putPublicAccessBlock',
    { AccountId: '1', PublicAccessBlockConfiguration: { BlockPublicAcls: true } },
    'AWS::S3::AccountPublicAccessBlock',
    { AccountId: '1', BlockPublicAcls: true },
  ],
  [
    'bedrock',
    'putAccountDataRetention',
    { mode: 'none' },
    'AWS::Bedrock::AccountDataRetention',
    { Mode: 'none' },
  ],
  [
    'bedrock-agentcore-control',
    'SetTokenVaultCMK',
    { kmsConfiguration: { keyType: 'CustomerManagedKey', kmsKeyArn: 'k' } },
    'AWS::BedrockAgentCore::TokenVaultCMK',
    { KmsConfiguration: { KeyType: 'CustomerManagedKey', KmsKeyArn: 'k' } },
  ],
  [
    'ConfigService',
    'startConfigurationRecorder',
    { ConfigurationRecorderName: 'r' },
    'AWS::Config::ConfigurationRecorderStatus',
    { Name: 'r', Recording: true },
  ],
] as const)('%s %s', ([service, action, parameters, type, properties]) => {
  expect(read(dict({ Create: call(service, action, parameters) }))).toEqual({ made: type, properties });
});

test('objects and texts of booleans, as the first CDK wrote them', () => {
  const parameters = {
    loggingConfig: { textDataDeliveryEnabled: 'TRUE:BOOLEAN', imageDataDeliveryEnabled: 'FALSE:BOOLEAN' },
  };
  const create = dict({ service: 'Bedrock', action: 'putModelInvocationLoggingConfiguration', parameters });
  expect(read(dict({ Create: create }))).toEqual({
    made: logging,
    properties: { TextDataDeliveryEnabled: true, ImageDataDeliveryEnabled: false },
  });
});

test('an update that differs is another state that the resource may be in', () => {
  const both = {
    Create: put({ textDataDeliveryEnabled: true }),
    Update: put({ textDataDeliveryEnabled: false }),
  };
  expect(read(dict(both))).toEqual({
    made: logging,
    properties: { either: [{ TextDataDeliveryEnabled: false }, { TextDataDeliveryEnabled: true }] },
  });
});

test('an update of parts keeps the rest', () => {
  const create = { modelId: 'a', modelUnits: 2, provisionedModelName: 'p' };
  const both = {
    Create: call('Bedrock', 'createProvisionedModelThroughput', create),
    Update: call('Bedrock', 'updateProvisionedModelThroughput', {
      provisionedModelId: 'p',
      desiredModelId: 'b',
    }),
  };
  expect(read(dict(both))).toEqual({
    made: throughput,
    properties: {
      either: [
        { ModelId: 'b', ModelUnits: 2, ProvisionedModelName: 'p', ProvisionedModelId: 'p' },
        { ModelId: 'a', ModelUnits: 2, ProvisionedModelName: 'p' },
      ],
    },
  });
});

test('a choice between calls is a choice between properties', () => {
  const chosen = when(
    known(put({ textDataDeliveryEnabled: true })),
    known(put({ textDataDeliveryEnabled: false })),
  );
  expect(read(dict({ Create: chosen }))).toMatchObject({
    made: logging,
    properties: { TextDataDeliveryEnabled: { either: [true, false] } },
  });
  const open = oneOf(
    known(put({ audioDataDeliveryEnabled: true })),
    known(put({ audioDataDeliveryEnabled: false })),
  );
  expect(read(dict({ Create: open }))).toMatchObject({
    properties: { AudioDataDeliveryEnabled: { oneOf: [true, false] } },
  });
});
