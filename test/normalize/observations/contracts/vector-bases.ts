import { reference } from '../../build.ts';
import { arn, sideBySide, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/search';
const collectionArn = arn('aoss', 'collection/abc');
const graphArn = arn('neptune-graph', 'graph/g-abc');

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

export const vectorBaseContracts: readonly Contract[] = [
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
