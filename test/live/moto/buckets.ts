import {
  CreateBucketCommand,
  PutBucketEncryptionCommand,
  PutBucketLifecycleConfigurationCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutObjectLockConfigurationCommand,
  PutPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  PutPublicAccessBlockCommand as PutAccountBlockCommand,
  S3ControlClient,
} from '@aws-sdk/client-s3-control';

import { networkOf } from '../../../src/collect/network.ts';
import type { Place } from './place.ts';

const closed = {
  BlockPublicAcls: true,
  IgnorePublicAcls: true,
  BlockPublicPolicy: true,
  RestrictPublicBuckets: true,
};

/** Buckets for logs: one that is locked, closed and encrypted; one that is little of it; one of which nothing was set. */
export async function makeBuckets(place: Place, key: string): Promise<void> {
  const s3 = new S3Client({ ...place, forcePathStyle: true });
  await makeLogBucket(s3, { Bucket: 'logs-good', mode: 'COMPLIANCE', locked: 400, kept: 500, block: closed });
  await encrypt(s3, 'logs-good', key);
  await forbidPlainHttp(s3, 'logs-good');
  const TagSet = [{ Key: 'owner', Value: 'security' }];
  await s3.send(new PutBucketTaggingCommand({ Bucket: 'logs-good', Tagging: { TagSet } }));
  const block = { ...closed, RestrictPublicBuckets: false };
  await makeLogBucket(s3, { Bucket: 'logs-weak', mode: 'GOVERNANCE', locked: 30, kept: 30, block });
  await create(s3, 'logs-bare', false);
  // No log goes there: no rule on logs has anything to say of it.
  await create(s3, 'other', false);
}

const create = (s3: S3Client, Bucket: string, ObjectLockEnabledForBucket: boolean) =>
  s3.send(
    new CreateBucketCommand({
      Bucket,
      ObjectLockEnabledForBucket,
      CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' },
    }),
  );

interface LogBucket {
  readonly Bucket: string;
  readonly mode: 'COMPLIANCE' | 'GOVERNANCE';
  /** Days. */
  readonly locked: number;
  readonly kept: number;
  readonly block: typeof closed;
}

async function makeLogBucket(s3: S3Client, { Bucket, mode, locked, kept, block }: LogBucket): Promise<void> {
  await create(s3, Bucket, true);
  const Rule = { DefaultRetention: { Mode: mode, Days: locked } };
  await s3.send(
    new PutObjectLockConfigurationCommand({
      Bucket,
      ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule },
    }),
  );
  await s3.send(
    new PutBucketLifecycleConfigurationCommand({
      Bucket,
      LifecycleConfiguration: {
        Rules: [
          {
            ID: 'expire',
            Status: 'Enabled',
            Filter: { Prefix: 'AWSLogs/' },
            Expiration: { Days: kept },
            Transitions: [{ Days: 20, StorageClass: 'GLACIER' }],
          },
        ],
      },
    }),
  );
  await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }));
}

const encrypt = (s3: S3Client, Bucket: string, KMSMasterKeyID: string) =>
  s3.send(
    new PutBucketEncryptionCommand({
      Bucket,
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID },
            BucketKeyEnabled: true,
          },
        ],
      },
    }),
  );

const forbidPlainHttp = (s3: S3Client, Bucket: string) =>
  s3.send(
    new PutBucketPolicyCommand({
      Bucket,
      Policy: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [`arn:aws:s3:::${Bucket}`, `arn:aws:s3:::${Bucket}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
        ],
      }),
    }),
  );

export async function closeAccount(place: Place): Promise<void> {
  // The account stands before the host.
  const control = new S3ControlClient({ ...place, requestHandler: networkOf(1) });
  await control.send(
    new PutAccountBlockCommand({ AccountId: place.account, PublicAccessBlockConfiguration: closed }),
  );
}
