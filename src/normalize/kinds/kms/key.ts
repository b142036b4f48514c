import type { Kind } from '../kind.ts';

export const kmsKey: Kind = {
  type: 'AWS::KMS::Key',
  terraform: {
    aws_kms_key: {},
    aws_kms_key_policy: {},
  },
};
