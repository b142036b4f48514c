import { arn, key, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/sagemaker';
const sm = (rest: string): string => arn('sagemaker', rest);
const closedNotebook = {
  RoleArn: role,
  InstanceType: 'ml.t3.medium',
  DirectInternetAccess: 'Disabled',
  InstanceMetadataServiceConfiguration: { MinimumInstanceMetadataServiceVersion: '2' },
  KmsKeyId: key,
  RootAccess: 'Disabled',
} as const;

export const studioContracts: readonly Contract[] = [
  {
    name: 'with direct internet access',
    template: {
      type: 'AWS::SageMaker::NotebookInstance',
      properties: {
        NotebookInstanceName: 'n',
        RoleArn: role,
        InstanceType: 'ml.t3.medium',
        DirectInternetAccess: 'Enabled',
        Tags: tagList,
      },
    },
    answer: {
      kind: 'sagemaker:notebook-instance',
      id: sm('notebook-instance/n'),
      tags,
      data: {
        NotebookInstanceName: 'n',
        NotebookInstanceArn: sm('notebook-instance/n'),
        RoleArn: role,
        InstanceType: 'ml.t3.medium',
        DirectInternetAccess: 'Enabled',
        SecurityGroups: ['sg-1'],
      },
    },
    fails: [
      'sagemaker/notebook-customer-key',
      'sagemaker/notebook-metadata-v2',
      'sagemaker/notebook-no-direct-internet',
      'sagemaker/notebook-no-root',
    ],
  },
  {
    name: 'that is closed',
    template: {
      type: 'AWS::SageMaker::NotebookInstance',
      properties: { NotebookInstanceName: 'n', Tags: tagList, ...closedNotebook },
    },
    answer: {
      kind: 'sagemaker:notebook-instance',
      id: sm('notebook-instance/n'),
      tags,
      data: { NotebookInstanceName: 'n', ...closedNotebook },
    },
    fails: [],
  },
  {
    name: 'in public',
    template: {
      type: 'AWS::SageMaker::Domain',
      properties: {
        DomainName: 'd',
        AuthMode: 'SSO',
        AppNetworkAccessType: 'PublicInternetOnly',
        VpcId: 'vpc-1',
        SubnetIds: ['subnet-1'],
        DefaultUserSettings: { ExecutionRole: role },
        Tags: tagList,
      },
    },
    answer: {
      kind: 'sagemaker:domain',
      id: sm('domain/d-abc'),
      tags,
      data: {
        DomainId: 'd-abc',
        DomainArn: sm('domain/d-abc'),
        DomainName: 'd',
        AuthMode: 'SSO',
        AppNetworkAccessType: 'PublicInternetOnly',
        VpcId: 'vpc-1',
        SubnetIds: ['subnet-1'],
        DefaultUserSettings: { ExecutionRole: role },
      },
    },
    fails: ['sagemaker/domain-customer-key', 'sagemaker/domain-vpc-only'],
  },
  {
    name: 'without tags',
    template: {
      type: 'AWS::SageMaker::Cluster',
      properties: {
        ClusterName: 'c',
        InstanceGroups: [
          { InstanceGroupName: 'g', InstanceType: 'ml.p5.48xlarge', InstanceCount: 2, ExecutionRole: role },
        ],
      },
    },
    answer: {
      kind: 'sagemaker:cluster',
      id: sm('cluster/abc'),
      tags: {},
      data: {
        ClusterArn: sm('cluster/abc'),
        ClusterName: 'c',
        InstanceGroups: [
          {
            InstanceGroupName: 'g',
            InstanceType: 'ml.p5.48xlarge',
            CurrentCount: 2,
            TargetCount: 2,
            ExecutionRole: role,
          },
        ],
      },
    },
    fails: ['cost/required-tags', 'sagemaker/cluster-in-vpc'],
  },
  {
    name: 'without keys',
    template: {
      type: 'AWS::SageMaker::FeatureGroup',
      properties: {
        FeatureGroupName: 'f',
        RecordIdentifierFeatureName: 'id',
        EventTimeFeatureName: 't',
        FeatureDefinitions: [{ FeatureName: 'id', FeatureType: 'String' }],
        OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features' } },
        OnlineStoreConfig: { EnableOnlineStore: true },
        Tags: tagList,
      },
    },
    answer: {
      kind: 'sagemaker:feature-group',
      id: sm('feature-group/f'),
      tags,
      data: {
        FeatureGroupArn: sm('feature-group/f'),
        FeatureGroupName: 'f',
        RecordIdentifierFeatureName: 'id',
        EventTimeFeatureName: 't',
        FeatureDefinitions: [{ FeatureName: 'id', FeatureType: 'String' }],
        OfflineStoreConfig: {
          S3StorageConfig: { S3Uri: 's3://features', ResolvedOutputS3Uri: 's3://features/x' },
        },
        OnlineStoreConfig: { EnableOnlineStore: true },
        FeatureGroupStatus: 'Created',
      },
    },
    fails: ['sagemaker/feature-group-customer-key'],
  },
  {
    name: 'without tags',
    template: {
      type: 'AWS::SageMaker::TrainingJob',
      properties: { TrainingJobName: 't', RoleArn: role, OutputDataConfig: { S3OutputPath: 's3://out' } },
    },
    answer: {
      kind: 'sagemaker:training-job',
      id: sm('training-job/t'),
      tags: {},
      data: {
        TrainingJobName: 't',
        TrainingJobArn: sm('training-job/t'),
        RoleArn: role,
        OutputDataConfig: { S3OutputPath: 's3://out', KmsKeyId: '' },
      },
    },
    fails: [
      'cost/required-tags',
      'sagemaker/job-in-vpc',
      'sagemaker/job-network-isolation',
      'sagemaker/job-output-customer-key',
    ],
  },
];
