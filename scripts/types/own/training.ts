import type { CompactFields } from '../shape.ts';
import { tagDefinition } from './parts.ts';

type Definitions = Readonly<Record<string, CompactFields>>;

export const vpc = { VpcConfig: { SecurityGroupIds: 'list<string>!', Subnets: 'list<string>!' } } as const;

export const stopping: CompactFields = {
  MaxPendingTimeInSeconds: 'int',
  MaxRuntimeInSeconds: 'int',
  MaxWaitTimeInSeconds: 'int',
};

/** What a training job and each job of a hyperparameter tuning have. */
export const training: CompactFields = {
  AlgorithmSpecification: 'AlgorithmSpecification',
  CheckpointConfig: 'CheckpointConfig',
  EnableInterContainerTrafficEncryption: 'bool',
  EnableManagedSpotTraining: 'bool',
  EnableNetworkIsolation: 'bool',
  Environment: 'map<string>',
  InputDataConfig: 'list<Channel>',
  OutputDataConfig: 'OutputDataConfig!',
  ResourceConfig: 'ResourceConfig',
  RetryStrategy: 'RetryStrategy',
  RoleArn: 'string!',
  StoppingCondition: 'StoppingCondition',
  VpcConfig: 'VpcConfig',
};

const algorithm: Definitions = {
  AlgorithmSpecification: {
    AlgorithmName: 'string',
    ContainerArguments: 'list<string>',
    ContainerEntrypoint: 'list<string>',
    EnableSageMakerMetricsTimeSeries: 'bool',
    MetricDefinitions: 'list<MetricDefinition>',
    TrainingImage: 'string',
    TrainingImageConfig: 'TrainingImageConfig',
    TrainingInputMode: 'string!',
  },
  MetricDefinition: { Name: 'string!', Regex: 'string!' },
  TrainingImageConfig: {
    TrainingRepositoryAccessMode: 'string!',
    TrainingRepositoryAuthConfig: 'TrainingRepositoryAuthConfig',
  },
  TrainingRepositoryAuthConfig: { TrainingRepositoryCredentialsProviderArn: 'string!' },
};

const input: Definitions = {
  Channel: {
    ChannelName: 'string!',
    CompressionType: 'string',
    ContentType: 'string',
    DataSource: 'DataSource!',
    InputMode: 'string',
    RecordWrapperType: 'string',
    ShuffleConfig: 'ShuffleConfig',
  },
  DataSource: { FileSystemDataSource: 'FileSystemDataSource', S3DataSource: 'S3DataSource' },
  FileSystemDataSource: {
    DirectoryPath: 'string!',
    FileSystemAccessMode: 'string!',
    FileSystemId: 'string!',
    FileSystemType: 'string!',
  },
  HubAccessConfig: { HubContentArn: 'string!' },
  ModelAccessConfig: { AcceptEula: 'bool!' },
  S3DataSource: {
    AttributeNames: 'list<string>',
    HubAccessConfig: 'HubAccessConfig',
    InstanceGroupNames: 'list<string>',
    ModelAccessConfig: 'ModelAccessConfig',
    S3DataDistributionType: 'string',
    S3DataType: 'string!',
    S3Uri: 'string!',
  },
  ShuffleConfig: { Seed: 'int!' },
};

export const trainingDefinitions: Definitions = {
  ...algorithm,
  ...input,
  CheckpointConfig: { LocalPath: 'string', S3Uri: 'string!' },
  InstanceGroup: { InstanceCount: 'int!', InstanceGroupName: 'string!', InstanceType: 'string!' },
  OutputDataConfig: { CompressionType: 'string', KmsKeyId: 'string', S3OutputPath: 'string!' },
  ResourceConfig: {
    InstanceCount: 'int',
    InstanceGroups: 'list<InstanceGroup>',
    InstanceType: 'string',
    KeepAlivePeriodInSeconds: 'int',
    TrainingPlanArn: 'string',
    VolumeKmsKeyId: 'string',
    VolumeSizeInGB: 'int',
  },
  RetryStrategy: { MaximumRetryAttempts: 'int!' },
  StoppingCondition: stopping,
  Tag: tagDefinition,
  ...vpc,
};

/** What only a training job of its own has. */
export const otherTraining: Definitions = {
  CollectionConfiguration: { CollectionName: 'string', CollectionParameters: 'map<string>' },
  DebugHookConfig: {
    CollectionConfigurations: 'list<CollectionConfiguration>',
    HookParameters: 'map<string>',
    LocalPath: 'string',
    S3OutputPath: 'string!',
  },
  ExperimentConfig: {
    ExperimentName: 'string',
    RunName: 'string',
    TrialComponentDisplayName: 'string',
    TrialName: 'string',
  },
  ProfilerConfig: {
    DisableProfiler: 'bool',
    ProfilingIntervalInMilliseconds: 'int',
    ProfilingParameters: 'map<string>',
    S3OutputPath: 'string',
  },
  TensorBoardOutputConfig: { LocalPath: 'string', S3OutputPath: 'string!' },
};
