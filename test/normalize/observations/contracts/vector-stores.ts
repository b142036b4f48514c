import { arn, key, sideBySide, tagList } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/search';

const access = (name: string, grant: Answer['data'], fails: Contract['fails']): Contract => ({
  name,
  template: {
    type: 'AWS::OpenSearchServerless::AccessPolicy',
    properties: { Name: 'a', Type: 'data', Policy: JSON.stringify([grant]) },
  },
  answer: {
    kind: 'opensearchserverless:access-policy',
    id: arn('aoss', 'access-policy/data/a'),
    data: {
      type: 'data',
      name: 'a',
      policyVersion: 'MTY2MzA2NTIyMzg4N18x',
      policy: [grant],
      createdDate: 1_663_065_223_887,
      lastModifiedDate: 1_663_065_223_887,
    },
  },
  fails,
});

const reads = (...Resource: readonly string[]) => [
  { ResourceType: 'index', Resource, Permission: ['aoss:ReadDocument'] },
];

const index = (
  name: string,
  Encryption: Declared['properties'],
  encryptionConfiguration: Answer['data'] | undefined,
  fails: Contract['fails'],
): Contract =>
  sideBySide(
    {
      name,
      type: 'AWS::S3Vectors::Index',
      kind: 's3vectors:index',
      id: arn('s3vectors', 'bucket/v/index/i'),
    },
    {
      IndexName: 'i',
      VectorBucketName: 'v',
      DataType: 'float32',
      Dimension: 1024,
      DistanceMetric: 'cosine',
      ...Encryption,
      Tags: tagList,
    },
    {
      vectorBucketName: 'v',
      indexName: 'i',
      indexArn: arn('s3vectors', 'bucket/v/index/i'),
      dataType: 'float32',
      dimension: 1024,
      distanceMetric: 'cosine',
      ...(encryptionConfiguration && { encryptionConfiguration }),
    },
    { fails },
  );

const bucket = (
  name: string,
  EncryptionConfiguration: Declared['properties'],
  encryptionConfiguration: Answer['data'],
  fails: Contract['fails'],
): Contract =>
  sideBySide(
    {
      name,
      type: 'AWS::S3Vectors::VectorBucket',
      kind: 's3vectors:vector-bucket',
      id: arn('s3vectors', 'bucket/v'),
    },
    { VectorBucketName: 'v', EncryptionConfiguration, Tags: tagList },
    {
      vectorBucketName: 'v',
      vectorBucketArn: arn('s3vectors', 'bucket/v'),
      encryptionConfiguration,
      vectorBucketPolicy: null,
    },
    { fails },
  );

const searches: readonly Contract[] = [
  sideBySide(
    { name: 'with a key', type: 'AWS::Kendra::Index', kind: 'kendra:index', id: arn('kendra', 'index/abc') },
    {
      Name: 'k',
      Edition: 'GEN_AI_ENTERPRISE_EDITION',
      RoleArn: role,
      ServerSideEncryptionConfiguration: { KmsKeyId: key },
      Tags: tagList,
    },
    {
      Id: 'abc',
      Name: 'k',
      Edition: 'GEN_AI_ENTERPRISE_EDITION',
      RoleArn: role,
      Status: 'ACTIVE',
      ServerSideEncryptionConfiguration: { KmsKeyId: key },
    },
    { fails: [] },
  ),
  sideBySide(
    {
      name: 'that says nothing of a key',
      type: 'AWS::Kendra::Index',
      kind: 'kendra:index',
      id: arn('kendra', 'index/abc'),
    },
    { Name: 'k', Edition: 'DEVELOPER_EDITION', RoleArn: role, Tags: tagList },
    {
      Id: 'abc',
      Name: 'k',
      Edition: 'DEVELOPER_EDITION',
      RoleArn: role,
      ServerSideEncryptionConfiguration: {},
    },
    { fails: ['vector/search-customer-key'] },
  ),
  sideBySide(
    {
      name: 'with a key',
      type: 'AWS::QBusiness::Application',
      kind: 'qbusiness:application',
      id: arn('qbusiness', 'application/abc'),
    },
    { DisplayName: 'q', RoleArn: role, EncryptionConfiguration: { KmsKeyId: key }, Tags: tagList },
    {
      applicationId: 'abc',
      applicationArn: arn('qbusiness', 'application/abc'),
      displayName: 'q',
      identityType: 'AWS_IAM_IDC',
      roleArn: role,
      status: 'ACTIVE',
      encryptionConfiguration: { kmsKeyId: key },
    },
    { fails: [] },
  ),
];

export const vectorStoreContracts: readonly Contract[] = [
  access('for one role', { Rules: reads('index/vectors/*'), Principal: [role], Description: '' }, []),
  access(
    'for one role, of every collection',
    {
      Rules: [{ ResourceType: 'collection', Resource: ['collection/*'], Permission: ['aoss:*'] }],
      Principal: [role],
    },
    ['vector/collection-access-scoped'],
  ),
  access(
    'for every role, of one index',
    { Rules: reads('index/vectors/i'), Principal: ['arn:aws:iam::111122223333:role/*'] },
    ['vector/collection-access-scoped'],
  ),
  index('that takes the key of its bucket', {}, undefined, []),
  index(
    'with a key of Amazon S3',
    { EncryptionConfiguration: { SseType: 'AES256' } },
    { sseType: 'AES256' },
    ['vector/s3-vectors-customer-key'],
  ),
  bucket('with a key', { SseType: 'aws:kms', KmsKeyArn: key }, { sseType: 'aws:kms', kmsKeyArn: key }, []),
  bucket('that names no key', { SseType: 'aws:kms' }, { sseType: 'aws:kms', kmsKeyArn: '' }, [
    'vector/s3-vectors-customer-key',
  ]),
  ...searches,
];
