import type { JsonObject } from '../../../../src/model/observation.ts';
import { arn, key, sideBySide, tagList } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/sagemaker';
const sm = (rest: string): string => arn('sagemaker', rest);
const vpc = { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] } as const;

const domain = (
  name: string,
  properties: JsonObject,
  data: Answer['data'],
  fails: Contract['fails'],
): Contract =>
  sideBySide(
    { name, type: 'AWS::SageMaker::Domain', kind: 'sagemaker:domain', id: sm('domain/d-abc') },
    {
      DomainName: 'd',
      AuthMode: 'IAM',
      VpcId: 'vpc-1',
      SubnetIds: ['subnet-1'],
      DefaultUserSettings: { ExecutionRole: role },
      Tags: tagList,
      ...properties,
    },
    {
      DomainId: 'd-abc',
      DomainArn: sm('domain/d-abc'),
      DomainName: 'd',
      Status: 'InService',
      AuthMode: 'IAM',
      VpcId: 'vpc-1',
      SubnetIds: ['subnet-1'],
      HomeEfsFileSystemId: 'fs-1',
      Url: 'https://d-abc.studio.eu-west-1.sagemaker.aws',
      DefaultUserSettings: { ExecutionRole: role, SecurityGroups: ['sg-1'] },
      ...properties,
      ...data,
    },
    { fails },
  );

const domains: readonly Contract[] = [
  domain('closed', { KmsKeyId: key, AppNetworkAccessType: 'VpcOnly' }, {}, []),
  domain('that does not say how it reaches the network', { KmsKeyId: key }, {}, [
    'sagemaker/domain-vpc-only',
  ]),
  domain(
    'with the key that AWS keeps',
    { KmsKeyId: arn('kms', 'alias/aws/elasticfilesystem'), AppNetworkAccessType: 'VpcOnly' },
    {},
    ['sagemaker/domain-customer-key'],
  ),
];

const group = (more: Declared['properties'] = {}): Declared['properties'] => ({
  InstanceGroupName: 'g',
  InstanceType: 'ml.p5.48xlarge',
  InstanceCount: 2,
  ExecutionRole: role,
  ...more,
});
const groupAnswer = (more: Answer['data'] = {}): Answer['data'] => ({
  InstanceGroupName: 'g',
  InstanceType: 'ml.p5.48xlarge',
  CurrentCount: 2,
  TargetCount: 2,
  ExecutionRole: role,
  ThreadsPerCore: 1,
  Status: 'InService',
  ...more,
});

const cluster = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
): Contract =>
  sideBySide(
    { name, type: 'AWS::SageMaker::Cluster', kind: 'sagemaker:cluster', id: sm('cluster/abc') },
    { ClusterName: 'c', Tags: tagList, ...properties },
    { ClusterArn: sm('cluster/abc'), ClusterName: 'c', ClusterStatus: 'InService', ...data },
    { fails },
  );

const clusters: readonly Contract[] = [
  cluster(
    'in a VPC',
    { VpcConfig: vpc, InstanceGroups: [group()] },
    { VpcConfig: vpc, InstanceGroups: [groupAnswer()] },
    [],
  ),
  cluster(
    'of which each group is in a VPC',
    { InstanceGroups: [group({ OverrideVpcConfig: vpc })] },
    { InstanceGroups: [groupAnswer({ OverrideVpcConfig: vpc })], RestrictedInstanceGroups: [] },
    [],
  ),
  cluster(
    'of which one group is in no VPC',
    {
      InstanceGroups: [group({ OverrideVpcConfig: vpc })],
      RestrictedInstanceGroups: [group({ InstanceGroupName: 'h' })],
    },
    {
      InstanceGroups: [groupAnswer({ OverrideVpcConfig: vpc })],
      RestrictedInstanceGroups: [groupAnswer({ InstanceGroupName: 'h' })],
    },
    ['sagemaker/cluster-in-vpc'],
  ),
];

export const sagemakerPlaceContracts: readonly Contract[] = [...domains, ...clusters];
