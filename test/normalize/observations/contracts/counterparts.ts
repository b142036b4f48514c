import type { JsonObject } from '../../../../src/model/observation.ts';
import { arn, key } from './contract.ts';
import type { Contract } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/sagemaker';
const closed = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
} as const;

/** Of kinds that the API spells as the template does. */
function same(
  type: string,
  kind: string,
  contract: Pick<Contract, 'name' | 'fails'> & { id: string; data: JsonObject },
): Contract {
  const { name, fails, id, data } = contract;
  return { name, template: { type, properties: data }, answer: { kind, id, data, tags: {} }, fails };
}

/** What passes where others fail, and the other way around. */
export const counterpartContracts: readonly Contract[] = [
  same('AWS::SageMaker::Model', 'sagemaker:model', {
    name: 'in no VPC, with a network',
    id: arn('sagemaker', 'model/open'),
    data: { ModelName: 'open', ExecutionRoleArn: role, PrimaryContainer: { Image: 'llm:1' } },
    fails: ['sagemaker/model-in-vpc', 'sagemaker/model-network-isolation'],
  }),
  same('AWS::SageMaker::Model', 'sagemaker:model', {
    name: 'in a VPC, without a network',
    id: arn('sagemaker', 'model/closed'),
    data: {
      ModelName: 'closed',
      ExecutionRoleArn: role,
      EnableNetworkIsolation: true,
      PrimaryContainer: { Image: 'llm:1' },
      VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1'] },
    },
    fails: [],
  }),
  same('AWS::SageMaker::FeatureGroup', 'sagemaker:feature-group', {
    name: 'under a key of the company',
    id: arn('sagemaker', 'feature-group/f'),
    data: {
      FeatureGroupName: 'f',
      RecordIdentifierFeatureName: 'id',
      EventTimeFeatureName: 'at',
      FeatureDefinitions: [{ FeatureName: 'id', FeatureType: 'String' }],
      OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: key } },
      OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features', KmsKeyId: key } },
    },
    fails: ['cost/required-tags'],
  }),
  same('AWS::S3::AccountPublicAccessBlock', 's3:account-public-access-block', {
    name: 'all of it',
    id: '111122223333',
    data: closed,
    fails: [],
  }),
  {
    name: 'kept for a year, under a key',
    template: {
      type: 'AWS::Logs::LogGroup',
      properties: { LogGroupName: '/app', RetentionInDays: 365, KmsKeyId: key },
    },
    answer: {
      kind: 'logs:log-group',
      id: arn('logs', 'log-group:/app'),
      tags: {},
      data: { logGroupName: '/app', retentionInDays: 365, kmsKeyId: key },
    },
    fails: [],
  },
];
