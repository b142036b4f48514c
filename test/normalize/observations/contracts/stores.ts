import { arn, key, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/search';
const collectionArn = arn('aoss', 'collection/abc');
const rule = { ResourceType: 'collection', Resource: ['collection/vec*'] } as const;
export const storeContracts: readonly Contract[] = [
  {
    name: 'open to everybody, with a key of AWS',
    template: {
      type: 'AWS::OpenSearchServerless::Collection',
      properties: { Name: 'vectors', Type: 'VECTORSEARCH' },
    },
    answer: {
      kind: 'opensearchserverless:collection',
      id: collectionArn,
      tags: {},
      data: {
        id: 'abc',
        arn: collectionArn,
        name: 'vectors',
        type: 'VECTORSEARCH',
        kmsKeyArn: 'auto',
        status: 'ACTIVE',
      },
    },
    around: {
      template: [
        {
          type: 'AWS::OpenSearchServerless::SecurityPolicy',
          key: 'Network',
          properties: {
            Name: 'n',
            Type: 'network',
            Policy: JSON.stringify([{ Rules: [rule], AllowFromPublic: true }]),
          },
        },
        {
          type: 'AWS::OpenSearchServerless::SecurityPolicy',
          key: 'Encryption',
          properties: {
            Name: 'e',
            Type: 'encryption',
            Policy: JSON.stringify({ Rules: [rule], AWSOwnedKey: true }),
          },
        },
      ],
      answers: [
        {
          kind: 'opensearchserverless:security-policy',
          id: arn('aoss', 'security-policy/network/n'),
          data: { type: 'network', name: 'n', policy: [{ Rules: [rule], AllowFromPublic: true }] },
        },
        {
          kind: 'opensearchserverless:security-policy',
          id: arn('aoss', 'security-policy/encryption/e'),
          data: { type: 'encryption', name: 'e', policy: { Rules: [rule], AWSOwnedKey: true } },
        },
      ],
    },
    fails: ['cost/required-tags', 'vector/collection-customer-key', 'vector/collection-private'],
  },
  {
    name: 'private, with a key of the customer',
    template: {
      type: 'AWS::OpenSearchServerless::Collection',
      properties: { Name: 'vectors', EncryptionConfig: { KmsKeyArn: key }, Tags: tagList },
    },
    answer: {
      kind: 'opensearchserverless:collection',
      id: collectionArn,
      tags,
      data: { id: 'abc', arn: collectionArn, name: 'vectors', kmsKeyArn: key },
    },
    fails: [],
  },
  {
    name: 'for every role',
    template: {
      type: 'AWS::OpenSearchServerless::AccessPolicy',
      properties: {
        Name: 'a',
        Type: 'data',
        Policy:
          '[{"Rules":[{"ResourceType":"index","Resource":["index/*/*"],"Permission":["aoss:*"]}],"Principal":["arn:aws:iam::111122223333:role/*"]}]',
      },
    },
    answer: {
      kind: 'opensearchserverless:access-policy',
      id: arn('aoss', 'access-policy/data/a'),
      data: {
        type: 'data',
        name: 'a',
        policyVersion: 'x',
        policy: [
          {
            Rules: [{ ResourceType: 'index', Resource: ['index/*/*'], Permission: ['aoss:*'] }],
            Principal: ['arn:aws:iam::111122223333:role/*'],
          },
        ],
      },
    },
    fails: ['vector/collection-access-scoped'],
  },
  {
    name: 'with a key of Amazon S3',
    template: {
      type: 'AWS::S3Vectors::VectorBucket',
      properties: { VectorBucketName: 'v', EncryptionConfiguration: { SseType: 'AES256' }, Tags: tagList },
    },
    answer: {
      kind: 's3vectors:vector-bucket',
      id: arn('s3vectors', 'bucket/v'),
      tags,
      data: {
        vectorBucketName: 'v',
        vectorBucketArn: arn('s3vectors', 'bucket/v'),
        encryptionConfiguration: { sseType: 'AES256' },
        vectorBucketPolicy: null,
      },
    },
    fails: ['vector/s3-vectors-customer-key'],
  },
  {
    name: 'with a key of the customer',
    template: {
      type: 'AWS::S3Vectors::Index',
      properties: {
        IndexName: 'i',
        VectorBucketName: 'v',
        DataType: 'float32',
        Dimension: 1024,
        DistanceMetric: 'cosine',
        EncryptionConfiguration: { SseType: 'aws:kms', KmsKeyArn: key },
      },
    },
    answer: {
      kind: 's3vectors:index',
      id: arn('s3vectors', 'bucket/v/index/i'),
      tags: {},
      data: {
        vectorBucketName: 'v',
        indexName: 'i',
        dataType: 'float32',
        dimension: 1024,
        distanceMetric: 'cosine',
        encryptionConfiguration: { sseType: 'aws:kms', kmsKeyArn: key },
      },
    },
    fails: [],
  },
  {
    name: 'without tags',
    template: {
      type: 'AWS::NeptuneGraph::Graph',
      properties: { GraphName: 'g', ProvisionedMemory: 16, PublicConnectivity: true },
    },
    answer: {
      kind: 'neptune-graph:graph',
      id: arn('neptune-graph', 'graph/g-abc'),
      tags: {},
      data: {
        id: 'g-abc',
        name: 'g',
        arn: arn('neptune-graph', 'graph/g-abc'),
        provisionedMemory: 16,
        publicConnectivity: true,
      },
    },
    fails: ['cost/required-tags'],
  },
  {
    name: 'without tags',
    template: {
      type: 'AWS::Kendra::Index',
      properties: { Name: 'k', Edition: 'GEN_AI_ENTERPRISE_EDITION', RoleArn: role },
    },
    answer: {
      kind: 'kendra:index',
      id: arn('kendra', 'index/abc'),
      tags: {},
      data: { Id: 'abc', Name: 'k', Edition: 'GEN_AI_ENTERPRISE_EDITION', RoleArn: role, Status: 'ACTIVE' },
    },
    fails: ['cost/required-tags', 'vector/search-customer-key'],
  },
  {
    name: 'with tags',
    template: {
      type: 'AWS::QBusiness::Application',
      properties: { DisplayName: 'q', RoleArn: role, Tags: tagList },
    },
    answer: {
      kind: 'qbusiness:application',
      id: arn('qbusiness', 'application/abc'),
      tags,
      data: { applicationId: 'abc', displayName: 'q', roleArn: role, status: 'ACTIVE' },
    },
    fails: ['vector/search-customer-key'],
  },
];
