import type { JsonObject } from '../../../../src/model/observation.ts';
import { account, arn, key, region, sideBySide, tagList } from './contract.ts';
import type { Answer, Contract } from './contract.ts';

const role = `arn:aws:iam::${account}:role/jobs`;
const sm = (rest: string): string => arn('sagemaker', rest);
const image = `${account}.dkr.ecr.${region}.amazonaws.com/train:1`;
const vpc = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] } as const;
const pair = { InstanceCount: 2, InstanceType: 'ml.m5.xlarge', VolumeSizeInGB: 30 } as const;
const closedNetwork = {
  EnableInterContainerTrafficEncryption: true,
  EnableNetworkIsolation: true,
  VpcConfig: vpc,
} as const;
const times = {
  CreationTime: '2026-01-01T00:00:00.000Z',
  LastModifiedTime: '2026-01-02T00:00:00.000Z',
} as const;

/** A job that its type spells as the API does; `more` is what the answer has besides. */
function job(
  what: Pick<Contract, 'name' | 'fails'> & { readonly type: string; readonly kind: string },
  properties: JsonObject,
  more: Answer['data'],
): Contract {
  const { name, type, kind, fails } = what;
  return sideBySide(
    { name, type: `AWS::SageMaker::${type}`, kind: `sagemaker:${kind}`, id: sm(`${kind}/j`) },
    { ...properties, Tags: tagList },
    { ...properties, ...times, ...more },
    { fails },
  );
}

const training = (
  name: string,
  properties: JsonObject,
  more: Answer['data'],
  fails: Contract['fails'],
): Contract =>
  job(
    { name, type: 'TrainingJob', kind: 'training-job', fails },
    {
      TrainingJobName: 't',
      RoleArn: role,
      AlgorithmSpecification: { TrainingImage: image, TrainingInputMode: 'File' },
      StoppingCondition: { MaxRuntimeInSeconds: 86_400 },
      OutputDataConfig: { S3OutputPath: 's3://out', KmsKeyId: key },
      ...properties,
    },
    {
      TrainingJobArn: sm('training-job/t'),
      TrainingJobStatus: 'Completed',
      SecondaryStatus: 'Completed',
      ...more,
    },
  );

const isolated = { EnableNetworkIsolation: true, VpcConfig: vpc } as const;

const trainingJobs: readonly Contract[] = [
  training(
    'of two instances, closed',
    {
      ...isolated,
      EnableInterContainerTrafficEncryption: true,
      ResourceConfig: { ...pair, VolumeKmsKeyId: key },
    },
    {
      EnableManagedSpotTraining: false,
      BillableTimeInSeconds: 60,
      RemoteDebugConfig: { EnableRemoteDebug: false },
    },
    [],
  ),
  training(
    'of two instances, in the open, with a shell',
    {
      EnableNetworkIsolation: false,
      EnableInterContainerTrafficEncryption: false,
      ResourceConfig: pair,
      OutputDataConfig: { S3OutputPath: 's3://out' },
      RemoteDebugConfig: { EnableRemoteDebug: true },
    },
    {
      ResourceConfig: { ...pair, VolumeKmsKeyId: '' },
      OutputDataConfig: { S3OutputPath: 's3://out', KmsKeyId: '' },
    },
    [
      'sagemaker/job-in-vpc',
      'sagemaker/job-network-isolation',
      'sagemaker/job-output-customer-key',
      'sagemaker/job-traffic-encrypted',
      'sagemaker/job-volume-customer-key',
      'sagemaker/training-no-shell',
    ],
  ),
  training(
    'with keys that AWS keeps',
    {
      ...isolated,
      OutputDataConfig: { S3OutputPath: 's3://out', KmsKeyId: 'alias/aws/s3' },
      ResourceConfig: {
        InstanceCount: 1,
        InstanceType: 'ml.m5.xlarge',
        VolumeSizeInGB: 30,
        VolumeKmsKeyId: arn('kms', 'alias/aws/sagemaker'),
      },
    },
    {},
    ['sagemaker/job-output-customer-key', 'sagemaker/job-volume-customer-key'],
  ),
  training(
    'of groups of instances, in the clear',
    {
      ...isolated,
      ResourceConfig: {
        VolumeSizeInGB: 30,
        InstanceGroups: [
          { InstanceGroupName: 'a', InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
          { InstanceGroupName: 'b', InstanceType: 'ml.p5.48xlarge', InstanceCount: 1 },
        ],
      },
    },
    {},
    ['sagemaker/job-traffic-encrypted', 'sagemaker/job-volume-customer-key'],
  ),
  training(
    'of accelerators with disks of their own',
    {
      ...isolated,
      ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.trn1.32xlarge', VolumeSizeInGB: 512 },
    },
    {},
    [],
  ),
];

const outside = training(
  'in a network without subnets',
  { EnableNetworkIsolation: true, ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.g5.xlarge' } },
  { VpcConfig: { SecurityGroupIds: [], Subnets: [] } },
  ['sagemaker/job-in-vpc'],
);

const processing = (
  name: string,
  properties: JsonObject,
  more: Answer['data'],
  fails: Contract['fails'],
): Contract =>
  job(
    { name, type: 'ProcessingJob', kind: 'processing-job', fails },
    { ProcessingJobName: 'p', RoleArn: role, AppSpecification: { ImageUri: image }, ...properties },
    { ProcessingJobArn: sm('processing-job/p'), ProcessingJobStatus: 'Completed', ...more },
  );

const output = {
  OutputName: 'o',
  S3Output: { S3Uri: 's3://out', LocalPath: '/opt/out', S3UploadMode: 'EndOfJob' },
  AppManaged: false,
} as const;

const processingJobs: readonly Contract[] = [
  processing(
    'closed',
    {
      NetworkConfig: closedNetwork,
      ProcessingOutputConfig: { Outputs: [output], KmsKeyId: key },
      ProcessingResources: { ClusterConfig: { ...pair, VolumeKmsKeyId: key } },
    },
    {},
    [],
  ),
  processing(
    'in the open, with an empty network',
    { ProcessingOutputConfig: { Outputs: [output] }, ProcessingResources: { ClusterConfig: pair } },
    {
      NetworkConfig: { EnableInterContainerTrafficEncryption: false, EnableNetworkIsolation: false },
      ProcessingOutputConfig: { Outputs: [output], KmsKeyId: '' },
    },
    [
      'sagemaker/job-in-vpc',
      'sagemaker/job-network-isolation',
      'sagemaker/job-output-customer-key',
      'sagemaker/job-traffic-encrypted',
      'sagemaker/job-volume-customer-key',
    ],
  ),
];

const silent = processing(
  'that writes nothing',
  { NetworkConfig: closedNetwork, ProcessingResources: { ClusterConfig: { ...pair, VolumeKmsKeyId: key } } },
  { ProcessingOutputConfig: { Outputs: [], KmsKeyId: '' } },
  [],
);

const transformOutput = { S3OutputPath: 's3://scores/out', AssembleWith: 'Line' } as const;
const transformResources = { InstanceCount: 1, InstanceType: 'ml.m5.xlarge' } as const;

const transforms: readonly Contract[] = [
  job(
    { name: 'with keys', type: 'TransformJob', kind: 'transform-job', fails: [] },
    {
      TransformJobName: 'score',
      ModelName: 'm',
      TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://scores/in' } } },
      TransformOutput: { ...transformOutput, KmsKeyId: key },
      TransformResources: { ...transformResources, VolumeKmsKeyId: key },
    },
    { TransformJobArn: sm('transform-job/score'), TransformJobStatus: 'Completed' },
  ),
];

const definition = {
  RoleArn: role,
  MonitoringAppSpecification: { ImageUri: image },
  MonitoringInputs: [{ EndpointInput: { EndpointName: 'chat', LocalPath: '/opt/in' } }],
} as const;
const outputs = [{ S3Output: { LocalPath: '/opt/out', S3Uri: 's3://monitor/out' } }] as const;

const schedules: readonly Contract[] = [
  job(
    { name: 'closed', type: 'MonitoringSchedule', kind: 'monitoring-schedule', fails: [] },
    {
      MonitoringScheduleName: 'chat',
      MonitoringScheduleConfig: {
        ScheduleConfig: { ScheduleExpression: 'cron(0 * ? * * *)' },
        MonitoringType: 'DataQuality',
        MonitoringJobDefinition: {
          ...definition,
          MonitoringOutputConfig: { MonitoringOutputs: outputs, KmsKeyId: key },
          MonitoringResources: { ClusterConfig: { ...pair, VolumeKmsKeyId: key } },
          NetworkConfig: closedNetwork,
        },
      },
    },
    { MonitoringScheduleArn: sm('monitoring-schedule/chat'), MonitoringScheduleStatus: 'Scheduled' },
  ),
];

export const sagemakerJobContracts: readonly Contract[] = [
  ...trainingJobs,
  outside,
  silent,
  ...processingJobs,
  ...transforms,
  ...schedules,
];
