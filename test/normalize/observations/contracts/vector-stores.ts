import { reference } from '../../build.ts';
import { arn, key, sideBySide, tagList, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/search';
const collectionArn = arn('aoss', 'collection/abc');
const graphArn = arn('neptune-graph', 'graph/g-abc');

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

const base = (
  name: string,
  Store: Declared['properties'],
  store: Answer['data'],
  more: Pick<Contract, 'fails'> & Partial<Contract>,
): Contract =>
  sideBySide(
    {
      name,
      type: 'AWS::Bedrock::KnowledgeBase',
      kind: 'bedrock-agent:knowledge-base',
      id: arn('bedrock', 'knowledge-base/KB00000001'),
    },
    {
      Name: 'kb',
      RoleArn: role,
      KnowledgeBaseConfiguration: { Type: 'VECTOR' },
      StorageConfiguration: Store,
      Tags: tags,
    },
    {
      knowledgeBaseId: 'KB00000001',
      knowledgeBaseArn: arn('bedrock', 'knowledge-base/KB00000001'),
      name: 'kb',
      roleArn: role,
      status: 'ACTIVE',
      knowledgeBaseConfiguration: { type: 'VECTOR' },
      storageConfiguration: store,
      resourcePolicy: null,
    },
    more,
  );

const fields = { vectorField: 'v', textField: 't', metadataField: 'm' } as const;
const Collection = {
  Type: 'OPENSEARCH_SERVERLESS',
  OpensearchServerlessConfiguration: { CollectionArn: reference('abc', 'Arn'), VectorIndexName: 'i' },
} as const;
const collection = {
  type: 'OPENSEARCH_SERVERLESS',
  opensearchServerlessConfiguration: { collectionArn, vectorIndexName: 'i', fieldMapping: fields },
} as const;

const policies = (...lists: readonly (readonly Answer['data'][])[]): NonNullable<Contract['around']> => ({
  template: [
    { type: 'AWS::OpenSearchServerless::Collection', key: 'abc', properties: { Name: 'vectors' } },
    ...lists.map((list, index) => ({
      type: 'AWS::OpenSearchServerless::SecurityPolicy',
      key: `n${index}`,
      properties: { Name: `n${index}`, Type: 'network', Policy: JSON.stringify(list) },
    })),
  ],
  answers: [
    {
      kind: 'opensearchserverless:collection',
      id: collectionArn,
      data: { id: 'abc', arn: collectionArn, name: 'vectors', type: 'VECTORSEARCH', kmsKeyArn: 'auto' },
    },
    ...lists.map((policy, index) => ({
      kind: 'opensearchserverless:security-policy',
      id: arn('aoss', `security-policy/network/n${index}`),
      data: { type: 'network', name: `n${index}`, policy },
    })),
  ],
});

const rule = (ResourceType: string, ...Resource: readonly string[]) => ({ ResourceType, Resource });
const closed = {
  Rules: [rule('collection', 'collection/vectors')],
  AllowFromPublic: false,
  SourceServices: ['bedrock.amazonaws.com'],
} as const;

const graph = (isPublic: boolean): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::NeptuneGraph::Graph',
      key: 'g',
      properties: { GraphName: 'g', ProvisionedMemory: 16, PublicConnectivity: isPublic },
    },
  ],
  answers: [
    {
      kind: 'neptune-graph:graph',
      id: graphArn,
      tags: {},
      data: { id: 'g-abc', name: 'g', arn: graphArn, provisionedMemory: 16, publicConnectivity: isPublic },
    },
  ],
});
const Graph = {
  Type: 'NEPTUNE_ANALYTICS',
  NeptuneAnalyticsConfiguration: { GraphArn: reference('g', 'GraphArn'), FieldMapping: {} },
} as const;
const graphAnswer = {
  type: 'NEPTUNE_ANALYTICS',
  neptuneAnalyticsConfiguration: { graphArn, fieldMapping: { textField: 't', metadataField: 'm' } },
} as const;

const isPublic = ['vector/knowledge-base-store-private'] as const;

const bases: readonly Contract[] = [
  base('on a collection that Amazon Bedrock reaches', Collection, collection, {
    around: policies([closed]),
    fails: [],
  }),
  base('on a collection that one of two policies opens', Collection, collection, {
    around: policies([closed], [{ Rules: [rule('collection', 'collection/*')], AllowFromPublic: true }]),
    fails: isPublic,
  }),
  base('on a collection whose dashboard is open', Collection, collection, {
    around: policies([closed], [{ Rules: [rule('dashboard', 'collection/vectors')], AllowFromPublic: true }]),
    fails: [],
  }),
  base('on a private graph', Graph, graphAnswer, { around: graph(false), fails: [] }),
  base('on a public graph', Graph, graphAnswer, { around: graph(true), fails: isPublic }),
  base(
    'on a cluster of MongoDB Atlas, over the internet',
    {
      Type: 'MONGO_DB_ATLAS',
      MongoDbAtlasConfiguration: {
        Endpoint: 'c.mongodb.net',
        CredentialsSecretArn: arn('secretsmanager', 'secret:m'),
      },
    },
    {
      type: 'MONGO_DB_ATLAS',
      mongoDbAtlasConfiguration: {
        endpoint: 'c.mongodb.net',
        credentialsSecretArn: arn('secretsmanager', 'secret:m'),
        endpointServiceName: '',
      },
    },
    { fails: isPublic },
  ),
  base(
    'on a cluster of MongoDB Atlas, through a service',
    {
      Type: 'MONGO_DB_ATLAS',
      MongoDbAtlasConfiguration: { EndpointServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' },
    },
    {
      type: 'MONGO_DB_ATLAS',
      mongoDbAtlasConfiguration: { endpointServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-1' },
    },
    { fails: [] },
  ),
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
  ...bases,
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
