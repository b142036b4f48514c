import { account, arn, key, region, sideBySide, tagList } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = `arn:aws:iam::${account}:role/jobs`;
const base = `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`;
const Vpc = { SecurityGroupIds: ['sg-1'], SubnetIds: ['subnet-1'] } as const;
const vpc = { securityGroupIds: ['sg-1'], subnetIds: ['subnet-1'] } as const;
const stamps = {
  creationTime: '2026-01-01T00:00:00.000Z',
  lastModifiedTime: '2026-01-02T00:00:00.000Z',
} as const;

const customization = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::Bedrock::ModelCustomizationJob',
      kind: 'bedrock:model-customization-job',
      id: arn('bedrock', 'model-customization-job/a'),
    },
    { JobName: 't', CustomModelName: 'support', RoleArn: role, BaseModelIdentifier: base, ...properties },
    {
      jobArn: arn('bedrock', 'model-customization-job/a'),
      jobName: 't',
      outputModelName: 'support',
      outputModelArn: arn('bedrock', 'custom-model/amazon.nova-lite-v1:0/a'),
      roleArn: role,
      baseModelArn: base,
      customizationType: 'FINE_TUNING',
      trainingDataConfig: { s3Uri: 's3://train/x' },
      validationDataConfig: { validators: [] },
      outputDataConfig: { s3Uri: 's3://train/out' },
      ...stamps,
      ...data,
    },
    { fails },
  );

const customModel = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::Bedrock::CustomModel',
      kind: 'bedrock:custom-model',
      id: arn('bedrock', 'custom-model/amazon.nova-lite-v1:0/a'),
    },
    {
      ModelName: 'm',
      BaseModelArn: base,
      JobArn: arn('bedrock', 'model-customization-job/a'),
      ModelTags: tagList,
      ...properties,
    },
    {
      modelArn: arn('bedrock', 'custom-model/amazon.nova-lite-v1:0/a'),
      modelName: 'm',
      baseModelArn: base,
      baseModelName: '',
      customizationType: 'FINE_TUNING',
      jobArn: arn('bedrock', 'model-customization-job/a'),
      creationTime: stamps.creationTime,
      ...data,
    },
    { fails },
  );

export const bedrockModelContracts: readonly Contract[] = [
  customization(
    'with key and VPC',
    { CustomModelKmsKeyId: key, VpcConfig: Vpc, Status: 'Completed' },
    { outputModelKmsKeyArn: key, vpcConfig: vpc, status: 'Completed' },
    [],
  ),
  customization(
    'with a key that is empty',
    { VpcConfig: Vpc, Status: 'Completed' },
    { outputModelKmsKeyArn: '', vpcConfig: vpc, status: 'Completed' },
    ['bedrock/model-job-customer-key'],
  ),
  customization(
    'without a key, that failed',
    { VpcConfig: Vpc, Status: 'Failed' },
    { vpcConfig: vpc, status: 'Failed', failureMessage: 'No.' },
    [],
  ),
  sideBySide(
    {
      name: 'with a key',
      type: 'AWS::Bedrock::ModelCopyJob',
      kind: 'bedrock:model-copy-job',
      id: arn('bedrock', 'model-copy-job/a'),
    },
    {
      TargetModelName: 'copy',
      SourceModelArn: arn('bedrock', 'custom-model/m/abc'),
      ModelKmsKeyId: key,
      Status: 'Completed',
    },
    {
      jobArn: arn('bedrock', 'model-copy-job/a'),
      status: 'Completed',
      creationTime: stamps.creationTime,
      targetModelArn: arn('bedrock', 'custom-model/m/def'),
      targetModelName: 'copy',
      sourceAccountId: account,
      sourceModelArn: arn('bedrock', 'custom-model/m/abc'),
      targetModelKmsKeyArn: key,
    },
    { fails: [] },
  ),
  customModel('with a key', { ModelKmsKeyArn: key }, { modelKmsKeyArn: key, modelStatus: 'Active' }, []),
  customModel('with a key that is empty', {}, { modelKmsKeyArn: '', modelStatus: 'Active' }, [
    'bedrock/custom-model-customer-key',
  ]),
  customModel(
    'that could not be made',
    { ModelStatus: 'Failed' },
    { modelStatus: 'Failed', failureMessage: 'No.' },
    [],
  ),
  sideBySide(
    {
      name: 'with a key',
      type: 'AWS::Bedrock::ImportedModel',
      kind: 'bedrock:imported-model',
      id: arn('bedrock', 'imported-model/a'),
    },
    { ModelName: 'llama', JobArn: arn('bedrock', 'model-import-job/a'), ModelKmsKeyArn: key, Tags: tagList },
    {
      modelArn: arn('bedrock', 'imported-model/a'),
      modelName: 'llama',
      jobName: 'i',
      jobArn: arn('bedrock', 'model-import-job/a'),
      modelDataSource: { s3DataSource: { s3Uri: 's3://weights/llama' } },
      creationTime: stamps.creationTime,
      modelArchitecture: 'llama3',
      modelKmsKeyArn: key,
      instructSupported: true,
    },
    { fails: [] },
  ),
  sideBySide(
    {
      name: 'with a key',
      type: 'AWS::Bedrock::EvaluationJob',
      kind: 'bedrock:evaluation-job',
      id: arn('bedrock', 'evaluation-job/a'),
    },
    { JobName: 'e', RoleArn: role, CustomerEncryptionKeyId: key, OutputDataConfig: { S3Uri: 's3://e/out' } },
    {
      jobArn: arn('bedrock', 'evaluation-job/a'),
      jobName: 'e',
      jobType: 'Automated',
      status: 'Completed',
      roleArn: role,
      customerEncryptionKeyId: key,
      outputDataConfig: { s3Uri: 's3://e/out' },
      creationTime: stamps.creationTime,
    },
    { fails: [] },
  ),
  sideBySide(
    {
      name: 'of a profile of AWS that stays in the approved Regions',
      type: 'AWS::Bedrock::ApplicationInferenceProfile',
      kind: 'bedrock:inference-profile',
      id: arn('bedrock', 'application-inference-profile/abc'),
    },
    {
      InferenceProfileName: 'a',
      ModelSource: { CopyFrom: arn('bedrock', 'inference-profile/eu.amazon.nova-lite-v1:0') },
      Tags: tagList,
    },
    {
      inferenceProfileName: 'a',
      inferenceProfileId: 'abc',
      inferenceProfileArn: arn('bedrock', 'application-inference-profile/abc'),
      type: 'APPLICATION',
      status: 'ACTIVE',
      models: routed('eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'),
    },
    {
      around: {
        template: [],
        answers: [
          system('eu.amazon.nova-lite-v1:0', routed('eu-west-3', 'eu-west-1', 'eu-north-1', 'eu-central-1')),
          system('global.amazon.nova-2-lite-v1:0', routed('', 'eu-west-1')),
        ],
      },
      fails: [],
    },
  ),
  sideBySide(
    {
      name: 'of a profile of AWS that goes round the world',
      type: 'AWS::Bedrock::ApplicationInferenceProfile',
      kind: 'bedrock:inference-profile',
      id: arn('bedrock', 'application-inference-profile/abc'),
    },
    {
      InferenceProfileName: 'a',
      ModelSource: { CopyFrom: arn('bedrock', 'inference-profile/global.amazon.nova-2-lite-v1:0') },
      Tags: tagList,
    },
    {
      inferenceProfileName: 'a',
      inferenceProfileId: 'abc',
      inferenceProfileArn: arn('bedrock', 'application-inference-profile/abc'),
      type: 'APPLICATION',
      status: 'ACTIVE',
      models: routed('', 'eu-west-1'),
    },
    {
      around: { template: [], answers: [system('global.amazon.nova-2-lite-v1:0', routed('', 'eu-west-1'))] },
      fails: ['residency/inference-profile-destinations'],
    },
  ),
];

function routed(...regions: readonly string[]) {
  return regions.map(where => ({
    modelArn: `arn:aws:bedrock:${where}::foundation-model/amazon.nova-lite-v1:0`,
  }));
}

function system(id: string, models: ReturnType<typeof routed>): Answer {
  const inferenceProfileArn = arn('bedrock', `inference-profile/${id}`);
  return {
    kind: 'bedrock:system-inference-profile',
    id: inferenceProfileArn,
    data: { inferenceProfileArn, inferenceProfileId: id, type: 'SYSTEM_DEFINED', status: 'ACTIVE', models },
  };
}
