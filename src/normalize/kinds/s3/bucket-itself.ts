import type { Dict, Value } from '../../../model/value.ts';
import { absent, entry, known, unknown } from '../../../model/value.ts';
import { tagList } from '../../terraform/tag-list.ts';
import type { Spelling } from '../kind.ts';
import { deprecated, namePrefix, noProperty, ofProvider } from '../reasons.ts';

export const cannedLists = {
  'authenticated-read': 'AuthenticatedRead',
  'aws-exec-read': 'AwsExecRead',
  'bucket-owner-full-control': 'BucketOwnerFullControl',
  'bucket-owner-read': 'BucketOwnerRead',
  'log-delivery-write': 'LogDeliveryWrite',
  private: 'Private',
  'public-read': 'PublicRead',
  'public-read-write': 'PublicReadWrite',
} as const;

/** `aws_s3_bucket` with the blocks that resources of their own have taken the place of. */
export const bucketItself: Spelling = {
  rename: {
    acceleration_status: 'AccelerateConfiguration.AccelerationStatus',
    acl: 'AccessControl',
    bucket: 'BucketName',
    cors_rule: 'CorsConfiguration.CorsRules',
    'cors_rule.expose_headers': 'ExposedHeaders',
    'cors_rule.max_age_seconds': 'MaxAge',
    lifecycle_rule: 'LifecycleConfiguration.Rules',
    'lifecycle_rule.abort_incomplete_multipart_upload_days':
      'AbortIncompleteMultipartUpload.DaysAfterInitiation',
    'lifecycle_rule.enabled': 'Status',
    'lifecycle_rule.expiration': '',
    'lifecycle_rule.expiration.date': 'ExpirationDate',
    'lifecycle_rule.expiration.days': 'ExpirationInDays',
    'lifecycle_rule.noncurrent_version_expiration.days': 'NoncurrentDays',
    'lifecycle_rule.noncurrent_version_transition': 'NoncurrentVersionTransitions',
    'lifecycle_rule.noncurrent_version_transition.days': 'TransitionInDays',
    'lifecycle_rule.tags': 'TagFilters',
    'lifecycle_rule.transition': 'Transitions',
    'lifecycle_rule.transition.date': 'TransitionDate',
    'lifecycle_rule.transition.days': 'TransitionInDays',
    logging: 'LoggingConfiguration',
    'logging.target_bucket': 'DestinationBucketName',
    'logging.target_prefix': 'LogFilePrefix',
    server_side_encryption_configuration: 'BucketEncryption',
    'server_side_encryption_configuration.rule': 'ServerSideEncryptionConfiguration',
    'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default':
      'ServerSideEncryptionByDefault',
    versioning: 'VersioningConfiguration',
    'versioning.enabled': 'Status',
  },
  values: {
    acl: cannedLists,
    'lifecycle_rule.enabled': { true: 'Enabled', false: 'Disabled' },
    'versioning.enabled': { true: 'Enabled', false: 'Suspended' },
  },
  change: { 'lifecycle_rule.tags': tagList },
  leftOut: {
    bucket_prefix: namePrefix,
    force_destroy: ofProvider,
    grant: noProperty,
    replication_configuration: deprecated,
    request_payer: noProperty,
    'versioning.mfa_delete': noProperty,
    website: deprecated,
  },
  apart: { policy: { type: 'AWS::S3::BucketPolicy', of: 'Bucket', as: 'PolicyDocument' } },
  reshape: withLock,
  attributes: {
    bucket_domain_name: 'DomainName',
    bucket_regional_domain_name: 'RegionalDomainName',
    website_endpoint: 'WebsiteURL',
  },
};

/** The old block of the lock switches it on as the attribute of the bucket does. */
function withLock(bucket: Dict): Dict {
  const block = entry(bucket, 'object_lock_configuration');
  const own = entry(bucket, 'object_lock_enabled');
  if (own.kind !== 'absent' || block.kind === 'absent') return bucket;
  return { ...bucket, entries: new Map([...bucket.entries, ['object_lock_enabled', lockIn(block)]]) };
}

function lockIn(block: Value): Value {
  const isNone = block.kind === 'list' && block.items.length === 0 && !block.rest;
  if (isNone) return absent;
  const [only] = block.kind === 'list' ? block.items : [];
  const written = only?.kind === 'dict' ? entry(only, 'object_lock_enabled') : block;
  if (written.kind === 'absent') return written;
  if (written.kind === 'known') return known(written.value === 'Enabled', written.at);
  const link = { what: 'whether the lock is on is not known', ...(block.at && { at: block.at }) };
  return unknown('unresolved-value', [link], block.at);
}
