import { objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const bucketPolicy: Kind = {
  type: 'AWS::S3::BucketPolicy',
  terraform: {
    aws_s3_bucket_policy: { rename: { policy: 'PolicyDocument' } },
  },
  api: {
    's3:bucket': {
      within: 'bucketPolicy',
      of: (answer, { data }) => objectOf({ Bucket: data['Name'], PolicyDocument: answer }),
    },
  },
};
