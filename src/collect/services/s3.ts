import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  paginateListBuckets,
  S3Client,
} from '@aws-sdk/client-s3';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<S3Client>();

/** Buckets are asked in their own Region: elsewhere they answer with a redirection. An item need not repeat the Region that was asked for. */
const buckets = resource({
  kind: 's3:bucket',
  list: {
    read: (client, { region }) =>
      each(paginateListBuckets({ client, pageSize: 1000 }, { BucketRegion: region }), page =>
        page.Buckets?.filter(({ BucketRegion = region }) => BucketRegion === region),
      ),
  },
  id: ({ Name }, { partition }) => `arn:${partition}:s3:::${Name}`,
  details: [
    {
      into: 'bucketEncryption',
      read: async (client, { Name: Bucket }) =>
        (await client.send(new GetBucketEncryptionCommand({ Bucket }))).ServerSideEncryptionConfiguration,
      absent: named('ServerSideEncryptionConfigurationNotFoundError', 'NoSuchBucket'),
    },
    {
      into: 'bucketPolicy',
      read: async (client, { Name: Bucket }) =>
        (await client.send(new GetBucketPolicyCommand({ Bucket }))).Policy,
      absent: named('NoSuchBucketPolicy', 'NoSuchBucket'),
    },
    {
      into: 'publicAccessBlock',
      read: async (client, { Name: Bucket }) =>
        (await client.send(new GetPublicAccessBlockCommand({ Bucket }))).PublicAccessBlockConfiguration,
      absent: named('NoSuchPublicAccessBlockConfiguration', 'NoSuchBucket'),
    },
    {
      into: 'bucketVersioning',
      read: async (client, { Name: Bucket }) =>
        (await client.send(new GetBucketVersioningCommand({ Bucket }))).Status,
      absent: named('NoSuchBucket'),
    },
    {
      into: 'objectLockConfiguration',
      read: async (client, { Name: Bucket }) =>
        (await client.send(new GetObjectLockConfigurationCommand({ Bucket }))).ObjectLockConfiguration,
      absent: named('ObjectLockConfigurationNotFoundError', 'NoSuchBucket'),
    },
    {
      into: 'bucketLifecycleConfiguration',
      read: async (client, { Name: Bucket }) =>
        (await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).Rules,
      absent: named('NoSuchLifecycleConfiguration', 'NoSuchBucket'),
    },
    {
      into: 'bucketOwnershipControls',
      read: async (client, { Name: Bucket }) =>
        (await client.send(new GetBucketOwnershipControlsCommand({ Bucket }))).OwnershipControls,
      absent: named('OwnershipControlsNotFoundError', 'NoSuchBucket'),
    },
  ],
  tags: {
    read: async (client, { Name: Bucket }) =>
      (await client.send(new GetBucketTaggingCommand({ Bucket }))).TagSet,
    absent: named('NoSuchTagSet', 'NoSuchBucket'),
  },
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html */
export const s3 = service({
  name: 's3',
  scope: 'regional',
  // The name of a bucket may have dots, which no certificate of a host name covers.
  client: settings => new S3Client({ ...settings, forcePathStyle: true }),
  actions: {
    GetBucketEncryption: 's3:GetEncryptionConfiguration',
    GetBucketLifecycleConfiguration: 's3:GetLifecycleConfiguration',
    GetBucketOwnershipControls: 's3:GetBucketOwnershipControls',
    GetBucketPolicy: 's3:GetBucketPolicy',
    GetBucketTagging: 's3:GetBucketTagging',
    GetBucketVersioning: 's3:GetBucketVersioning',
    GetObjectLockConfiguration: 's3:GetBucketObjectLockConfiguration',
    GetPublicAccessBlock: 's3:GetBucketPublicAccessBlock',
    ListBuckets: 's3:ListAllMyBuckets',
  },
  resources: [buckets],
});
