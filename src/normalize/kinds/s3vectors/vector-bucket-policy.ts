import type { Kind } from '../kind.ts';

export const vectorBucketPolicy: Kind = {
  type: 'AWS::S3Vectors::VectorBucketPolicy',
  terraform: {
    aws_s3vectors_vector_bucket_policy: {},
  },
  api: {
    's3vectors:vector-bucket': {
      within: 'vectorBucketPolicy',
      of: (answer, { id }) => ({ VectorBucketArn: id, Policy: answer }),
    },
  },
};
