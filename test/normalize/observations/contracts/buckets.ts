import { account, arn } from './contract.ts';
import type { Contract } from './contract.ts';

const bucketArn = 'arn:aws:s3:::logs';
const trail = {
  template: {
    type: 'AWS::CloudTrail::Trail',
    key: 'Trail',
    properties: { TrailName: 't', S3BucketName: 'logs', IsLogging: true },
  },
  answer: {
    kind: 'cloudtrail:trail',
    id: arn('cloudtrail', 'trail/t'),
    data: { Name: 't', S3BucketName: 'logs', trailStatus: true },
  },
} as const;
const block = (on: boolean) => ({
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: on,
  RestrictPublicBuckets: on,
});

export const bucketContracts: readonly Contract[] = [
  {
    name: 'of logs, as it should be',
    template: {
      type: 'AWS::S3::Bucket',
      properties: {
        BucketName: 'logs',
        ObjectLockEnabled: true,
        ObjectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 1 } },
        },
        VersioningConfiguration: { Status: 'Enabled' },
        PublicAccessBlockConfiguration: block(true),
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'old',
              Status: 'Enabled',
              ExpirationInDays: 400,
              NoncurrentVersionExpiration: { NoncurrentDays: 400 },
            },
          ],
        },
      },
    },
    answer: {
      kind: 's3:bucket',
      id: bucketArn,
      tags: {},
      data: {
        Name: 'logs',
        BucketRegion: 'eu-west-1',
        bucketEncryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
        bucketPolicy: null,
        publicAccessBlock: block(true),
        bucketVersioning: 'Enabled',
        objectLockConfiguration: {
          ObjectLockEnabled: 'Enabled',
          Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 1 } },
        },
        bucketLifecycleConfiguration: [
          {
            ID: 'old',
            Status: 'Enabled',
            Filter: { Prefix: '' },
            Expiration: { Days: 400 },
            NoncurrentVersionExpiration: { NoncurrentDays: 400 },
          },
        ],
        bucketOwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      },
    },
    around: { template: [trail.template], answers: [trail.answer] },
    fails: [],
  },
  {
    name: 'of logs, open and short-lived',
    template: {
      type: 'AWS::S3::Bucket',
      properties: {
        BucketName: 'logs',
        PublicAccessBlockConfiguration: block(false),
        LifecycleConfiguration: { Rules: [{ Status: 'Enabled', ExpirationInDays: 30, Prefix: 'a/' }] },
      },
    },
    answer: {
      kind: 's3:bucket',
      id: bucketArn,
      tags: {},
      data: {
        Name: 'logs',
        bucketEncryption: null,
        bucketPolicy: null,
        publicAccessBlock: block(false),
        bucketVersioning: null,
        objectLockConfiguration: null,
        bucketLifecycleConfiguration: [
          { Status: 'Enabled', Filter: { Prefix: 'a/' }, Expiration: { Days: 30 } },
        ],
      },
    },
    around: { template: [trail.template], answers: [trail.answer] },
    fails: ['s3/log-archive-lifecycle', 's3/log-archive-locked', 's3/log-archive-private'],
  },
  {
    name: 'of logs, blocked by its account',
    template: { type: 'AWS::S3::Bucket', properties: { BucketName: 'logs', ObjectLockEnabled: false } },
    answer: {
      kind: 's3:bucket',
      id: bucketArn,
      tags: {},
      data: { Name: 'logs', publicAccessBlock: null, objectLockConfiguration: null },
    },
    around: {
      template: [
        trail.template,
        {
          type: 'AWS::S3::AccountPublicAccessBlock',
          key: 'Block',
          properties: { AccountId: account, ...block(true) },
        },
      ],
      answers: [
        trail.answer,
        {
          kind: 's3:account-public-access-block',
          id: 'arn:aws:s3::111122223333:account-public-access-block',
          region: 'global',
          data: block(true),
        },
      ],
    },
    fails: ['s3/log-archive-locked'],
  },
];
