import type { Kind } from '../kind.ts';

export const bucketPolicy: Kind = {
  type: 'AWS::S3::BucketPolicy',
  terraform: {
    aws_s3_bucket_policy: { rename: { policy: 'PolicyDocument' } },
  },
};
