import type { Kind } from '../kind.ts';

export const kmsAlias: Kind = {
  type: 'AWS::KMS::Alias',
  terraform: {
    aws_kms_alias: {},
  },
};
