import type { Kind } from '../kind.ts';

export const s3Object: Kind = {
  type: 'AWS::S3::Object',
  terraform: {
    aws_s3_object: {},
  },
};
