import type { Kind } from '../kind.ts';

export const bucket: Kind = {
  type: 'AWS::S3::Bucket',
  terraform: {
    aws_s3_bucket: {},
    aws_s3_bucket_server_side_encryption_configuration: {},
    aws_s3_bucket_public_access_block: {},
    aws_s3_bucket_versioning: {},
    aws_s3_bucket_logging: {},
    aws_s3_bucket_lifecycle_configuration: {},
    aws_s3_bucket_object_lock_configuration: {},
    aws_s3_bucket_ownership_controls: {},
    aws_s3_bucket_replication_configuration: {},
    aws_s3_bucket_acl: {},
  },
};
