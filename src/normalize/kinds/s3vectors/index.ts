import type { Kind } from '../kind.ts';

export const vectorIndex: Kind = {
  type: 'AWS::S3Vectors::Index',
  terraform: {
    aws_s3vectors_index: {},
  },
  api: {
    's3vectors:index': {
      // `…:bucket/<name>/index/<name>`
      reshape: (data, { observation: { id } }) => ({
        ...data,
        VectorBucketArn: id.replace(/\/index\/.*$/, ''),
      }),
    },
  },
};
