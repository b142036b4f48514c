import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const vectorBucket: Kind = {
  type: 'AWS::S3Vectors::VectorBucket',
  terraform: {
    aws_s3vectors_vector_bucket: { leftOut: { force_destroy: ofProvider } },
  },
  api: {
    's3vectors:vector-bucket': {},
  },
};
