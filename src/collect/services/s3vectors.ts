import {
  GetIndexCommand,
  GetVectorBucketCommand,
  GetVectorBucketPolicyCommand,
  ListTagsForResourceCommand,
  paginateListIndexes,
  paginateListVectorBuckets,
  S3VectorsClient,
} from '@aws-sdk/client-s3vectors';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<S3VectorsClient>();

const gone = named('NotFoundException');

async function tagsOf(client: S3VectorsClient, resourceArn: string | undefined) {
  return (await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
}

const vectorBuckets = resource({
  kind: 's3vectors:vector-bucket',
  list: { read: client => each(paginateListVectorBuckets({ client }, {}), page => page.vectorBuckets) },
  id: ({ vectorBucketArn }) => vectorBucketArn ?? '',
  details: [
    {
      read: async (client, { vectorBucketArn }) =>
        (await client.send(new GetVectorBucketCommand({ vectorBucketArn }))).vectorBucket,
      absent: gone,
    },
    {
      into: 'vectorBucketPolicy',
      read: async (client, { vectorBucketArn }) =>
        (await client.send(new GetVectorBucketPolicyCommand({ vectorBucketArn }))).policy,
      absent: gone,
    },
  ],
  tags: { read: (client, { vectorBucketArn }) => tagsOf(client, vectorBucketArn) },
  children: [
    resourcesOf<S3VectorsClient, { vectorBucketArn: string | undefined }>()({
      kind: 's3vectors:index',
      list: {
        read: (client, { parent: { vectorBucketArn } }) =>
          each(paginateListIndexes({ client }, { vectorBucketArn }), page => page.indexes),
        absent: gone,
      },
      id: ({ indexArn }) => indexArn ?? '',
      details: [
        {
          read: async (client, { indexArn }) => (await client.send(new GetIndexCommand({ indexArn }))).index,
          absent: gone,
        },
      ],
      tags: { read: (client, { indexArn }) => tagsOf(client, indexArn) },
    }),
  ],
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_S3_Vectors.html */
export const s3vectors = service({
  name: 's3vectors',
  scope: 'regional',
  client: settings => new S3VectorsClient(settings),
  actions: {
    GetIndex: 's3vectors:GetIndex',
    GetVectorBucket: 's3vectors:GetVectorBucket',
    GetVectorBucketPolicy: 's3vectors:GetVectorBucketPolicy',
    ListIndexes: 's3vectors:ListIndexes',
    ListTagsForResource: 's3vectors:ListTagsForResource',
    ListVectorBuckets: 's3vectors:ListVectorBuckets',
  },
  resources: [vectorBuckets],
});
