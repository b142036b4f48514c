import { known } from '../../../model/value.ts';
import type { Kind, Part } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';
import { bucketAnswer } from './bucket-answer.ts';
import { bucketItself, cannedLists } from './bucket-itself.ts';
import { lifecycleConfiguration } from './lifecycle.ts';
import { replicationConfiguration } from './replication.ts';

const part = { of: 'bucket' };
const sets = (...properties: readonly string[]): Part => ({ ...part, sets: properties });
const leftOut = { expected_bucket_owner: ofProvider };

export const bucket: Kind = {
  type: 'AWS::S3::Bucket',
  terraform: {
    aws_s3_bucket: bucketItself,
    aws_s3_bucket_accelerate_configuration: {
      part: sets('AccelerateConfiguration'),
      rename: { status: 'AccelerateConfiguration.AccelerationStatus' },
      leftOut,
    },
    aws_s3_bucket_acl: {
      part: sets('AccessControl'),
      rename: { acl: 'AccessControl' },
      values: { acl: cannedLists },
      leftOut: { ...leftOut, access_control_policy: noProperty },
    },
    aws_s3_bucket_lifecycle_configuration: lifecycleConfiguration,
    aws_s3_bucket_logging: {
      part: { ...part, within: 'LoggingConfiguration' },
      rename: { target_bucket: 'DestinationBucketName', target_prefix: 'LogFilePrefix' },
      leftOut: { ...leftOut, target_grant: noProperty },
    },
    aws_s3_bucket_object_lock_configuration: {
      part: sets('ObjectLockEnabled', 'ObjectLockConfiguration'),
      rename: {
        object_lock_enabled: 'ObjectLockConfiguration.ObjectLockEnabled',
        rule: 'ObjectLockConfiguration.Rule',
      },
      defaults: { object_lock_enabled: 'Enabled' },
      // Whoever sets the lock of a bucket has it switched on, also when the bucket was made without.
      reshape: lock => ({
        ...lock,
        entries: new Map([...lock.entries, ['ObjectLockEnabled', known(true, lock.at)]]),
      }),
      leftOut: { ...leftOut, token: ofProvider },
    },
    aws_s3_bucket_ownership_controls: { part: { ...part, within: 'OwnershipControls' } },
    aws_s3_bucket_public_access_block: {
      part: { ...part, within: 'PublicAccessBlockConfiguration' },
      leftOut: { skip_destroy: ofProvider },
    },
    aws_s3_bucket_replication_configuration: replicationConfiguration,
    aws_s3_bucket_server_side_encryption_configuration: {
      part: sets('BucketEncryption'),
      rename: {
        rule: 'BucketEncryption.ServerSideEncryptionConfiguration',
        'rule.apply_server_side_encryption_by_default': 'ServerSideEncryptionByDefault',
        'rule.blocked_encryption_types': 'BlockedEncryptionTypes.EncryptionType',
      },
      leftOut,
    },
    aws_s3_bucket_versioning: {
      part: sets('VersioningConfiguration'),
      values: { 'versioning_configuration.status': { Disabled: null } },
      leftOut: { ...leftOut, mfa: ofProvider, 'versioning_configuration.mfa_delete': noProperty },
    },
  },
  api: { 's3:bucket': bucketAnswer },
};
