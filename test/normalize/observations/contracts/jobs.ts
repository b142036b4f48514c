import { account, arn, key, region } from './contract.ts';
import type { Answer, Contract } from './contract.ts';

const role = `arn:aws:iam::${account}:role/jobs`;
const sm = (rest: string): string => arn('sagemaker', rest);
const image = `${account}.dkr.ecr.${region}.amazonaws.com/monitor:1`;
const vpc = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] } as const;
const bedrockVpc = { securityGroupIds: ['sg-1'], subnetIds: ['subnet-1'] } as const;

/** A job or a model of Bedrock, as its type says it and as the API does. */
function bedrock(
  what: { readonly name: string; readonly type: string; readonly kind: string; readonly id: string },
  properties: Contract['template']['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
): Contract {
  const { name, type, kind, id } = what;
  return {
    name,
    template: { type: `AWS::Bedrock::${type}`, properties },
    answer: { kind: `bedrock:${kind}`, id: arn('bedrock', id), data },
    fails,
  };
}

const monitored = {
  DataQuality: 'data-quality',
  ModelBias: 'model-bias',
  ModelExplainability: 'model-explainability',
  ModelQuality: 'model-quality',
} as const;

const cluster = { InstanceCount: 2, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 } as const;
const outputs = [{ S3Output: { LocalPath: '/opt/out', S3Uri: 's3://monitor/out' } }] as const;

const inTheOpen = [
  'sagemaker/job-in-vpc',
  'sagemaker/job-network-isolation',
  'sagemaker/job-output-customer-key',
  'sagemaker/job-traffic-encrypted',
  'sagemaker/job-volume-customer-key',
] as const;

const definitions = Object.entries(monitored).flatMap(([what, kind]): Contract[] => {
  const properties = {
    JobDefinitionName: 'watch',
    RoleArn: role,
    [`${what}AppSpecification`]: { ImageUri: image },
    [`${what}JobInput`]: { EndpointInput: { EndpointName: 'chat', LocalPath: '/opt/in' } },
    [`${what}JobOutputConfig`]: { MonitoringOutputs: outputs },
    JobResources: { ClusterConfig: cluster },
  };
  const closed = {
    ...properties,
    [`${what}JobOutputConfig`]: { MonitoringOutputs: outputs, KmsKeyId: key },
    JobResources: { ClusterConfig: { ...cluster, VolumeKmsKeyId: key } },
    NetworkConfig: {
      EnableInterContainerTrafficEncryption: true,
      EnableNetworkIsolation: true,
      VpcConfig: vpc,
    },
  };
  const type = `AWS::SageMaker::${what}JobDefinition`;
  const id = sm(`${kind}-job-definition/watch`);
  const answer = (data: Answer['data']): Answer => ({
    kind: `sagemaker:${kind}-job-definition`,
    id,
    data: { JobDefinitionArn: id, ...data },
  });
  return [
    { name: 'in the open', template: { type, properties }, answer: answer(properties), fails: inTheOpen },
    { name: 'closed', template: { type, properties: closed }, answer: answer(closed), fails: [] },
  ];
});

const schedule = {
  MonitoringScheduleName: 'chat',
  MonitoringScheduleConfig: {
    MonitoringJobDefinition: {
      RoleArn: role,
      MonitoringAppSpecification: { ImageUri: image },
      MonitoringInputs: [{ EndpointInput: { EndpointName: 'chat', LocalPath: '/opt/in' } }],
      MonitoringOutputConfig: { MonitoringOutputs: outputs },
      MonitoringResources: { ClusterConfig: cluster },
    },
  },
} as const;

const processing = {
  ProcessingJobName: 'clean',
  RoleArn: role,
  AppSpecification: { ImageUri: image },
  ProcessingResources: { ClusterConfig: cluster },
} as const;

const transform = {
  TransformJobName: 'score',
  ModelName: 'm',
  TransformInput: { DataSource: {} },
  TransformOutput: { S3OutputPath: 's3://scores/out' },
  TransformResources: { InstanceCount: 1, InstanceType: 'ml.m5.xlarge' },
} as const;

const everybody = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Principal: '*',
      Action: 'sagemaker:DescribeModelPackage',
      Resource: sm('model-package-group/chat'),
    },
  ],
} as const;

export const jobContracts: readonly Contract[] = [
  {
    name: 'for everybody',
    template: {
      type: 'AWS::SageMaker::ModelPackageGroup',
      properties: { ModelPackageGroupName: 'chat', ModelPackageGroupPolicy: everybody },
    },
    answer: {
      kind: 'sagemaker:model-package-group',
      id: sm('model-package-group/chat'),
      data: {
        ModelPackageGroupName: 'chat',
        ModelPackageGroupArn: sm('model-package-group/chat'),
        modelPackageGroupPolicy: JSON.stringify(everybody),
      },
    },
    fails: ['sagemaker/model-group-closed'],
  },
  {
    name: 'without a policy',
    template: {
      type: 'AWS::SageMaker::ModelPackageGroup',
      properties: { ModelPackageGroupName: 'chat' },
    },
    answer: {
      kind: 'sagemaker:model-package-group',
      id: sm('model-package-group/chat'),
      data: { ModelPackageGroupName: 'chat', modelPackageGroupPolicy: null },
    },
    fails: [],
  },
  ...definitions,
  {
    name: 'in the open',
    template: { type: 'AWS::SageMaker::MonitoringSchedule', properties: schedule },
    answer: {
      kind: 'sagemaker:monitoring-schedule',
      id: sm('monitoring-schedule/chat'),
      data: { ...schedule, MonitoringScheduleArn: sm('monitoring-schedule/chat') },
    },
    fails: inTheOpen,
  },
  {
    name: 'that names a definition',
    template: {
      type: 'AWS::SageMaker::MonitoringSchedule',
      properties: {
        MonitoringScheduleName: 'chat',
        MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'watch', MonitoringType: 'DataQuality' },
      },
    },
    answer: {
      kind: 'sagemaker:monitoring-schedule',
      id: sm('monitoring-schedule/chat'),
      data: {
        MonitoringScheduleName: 'chat',
        MonitoringScheduleArn: sm('monitoring-schedule/chat'),
        MonitoringScheduleConfig: { MonitoringJobDefinitionName: 'watch', MonitoringType: 'DataQuality' },
      },
    },
    fails: [],
  },
  {
    name: 'in the open, that writes nothing',
    template: { type: 'AWS::SageMaker::ProcessingJob', properties: processing },
    answer: {
      kind: 'sagemaker:processing-job',
      id: sm('processing-job/clean'),
      data: { ...processing, ProcessingJobArn: sm('processing-job/clean'), ProcessingJobStatus: 'Completed' },
    },
    fails: inTheOpen.filter(rule => rule !== 'sagemaker/job-output-customer-key'),
  },
  {
    name: 'without keys',
    template: { type: 'AWS::SageMaker::TransformJob', properties: transform },
    answer: {
      kind: 'sagemaker:transform-job',
      id: sm('transform-job/score'),
      data: {
        ...transform,
        TransformJobArn: sm('transform-job/score'),
        TransformOutput: { S3OutputPath: 's3://scores/out', KmsKeyId: '' },
      },
    },
    fails: ['sagemaker/job-output-customer-key', 'sagemaker/job-volume-customer-key'],
  },
  bedrock(
    {
      name: 'without key and VPC',
      type: 'ModelImportJob',
      kind: 'model-import-job',
      id: 'model-import-job/a',
    },
    {
      JobName: 'i',
      ImportedModelName: 'llama',
      RoleArn: role,
      ModelDataSource: { S3DataSource: { S3Uri: 's3://weights/llama' } },
      Status: 'Completed',
    },
    {
      jobArn: arn('bedrock', 'model-import-job/a'),
      jobName: 'i',
      importedModelName: 'llama',
      roleArn: role,
      modelDataSource: { s3DataSource: { s3Uri: 's3://weights/llama' } },
      status: 'Completed',
    },
    ['bedrock/model-job-customer-key', 'bedrock/model-job-in-vpc'],
  ),
  bedrock(
    { name: 'with key and VPC', type: 'ModelImportJob', kind: 'model-import-job', id: 'model-import-job/a' },
    {
      JobName: 'i',
      ImportedModelName: 'llama',
      ImportedModelKmsKeyId: key,
      VpcConfig: { SecurityGroupIds: ['sg-1'], SubnetIds: ['subnet-1'] },
    },
    { jobName: 'i', importedModelName: 'llama', importedModelKmsKeyArn: key, vpcConfig: bedrockVpc },
    [],
  ),
  bedrock(
    {
      name: 'without a VPC',
      type: 'ModelCustomizationJob',
      kind: 'model-customization-job',
      id: 'model-customization-job/a',
    },
    { JobName: 't', CustomModelName: 'support', CustomModelKmsKeyId: key, Status: 'InProgress' },
    { jobName: 't', outputModelName: 'support', outputModelKmsKeyArn: key, status: 'InProgress' },
    ['bedrock/model-job-in-vpc'],
  ),
  bedrock(
    { name: 'without a key', type: 'ModelCopyJob', kind: 'model-copy-job', id: 'model-copy-job/a' },
    { TargetModelName: 'copy', SourceModelArn: arn('bedrock', 'custom-model/m/abc'), Status: 'Completed' },
    {
      targetModelName: 'copy',
      sourceModelArn: arn('bedrock', 'custom-model/m/abc'),
      status: 'Completed',
    },
    ['bedrock/model-job-customer-key'],
  ),
  bedrock(
    { name: 'without a key', type: 'EvaluationJob', kind: 'evaluation-job', id: 'evaluation-job/a' },
    { JobName: 'e', RoleArn: role, OutputDataConfig: { S3Uri: 's3://e/out' } },
    { jobName: 'e', roleArn: role, outputDataConfig: { s3Uri: 's3://e/out' }, status: 'Completed' },
    ['bedrock/evaluation-job-customer-key'],
  ),
  bedrock(
    { name: 'without a key', type: 'ImportedModel', kind: 'imported-model', id: 'imported-model/a' },
    { ModelName: 'llama', JobArn: arn('bedrock', 'model-import-job/a') },
    {
      modelName: 'llama',
      modelArn: arn('bedrock', 'imported-model/a'),
      jobArn: arn('bedrock', 'model-import-job/a'),
    },
    ['bedrock/custom-model-customer-key'],
  ),
];
