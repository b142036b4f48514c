import type { Kind } from '../kind.ts';
import { namePrefix } from '../reasons.ts';

export const alias: Kind = {
  type: 'AWS::KMS::Alias',
  terraform: {
    aws_kms_alias: {
      rename: { name: 'AliasName' },
      leftOut: { name_prefix: namePrefix },
      attributes: { target_key_arn: 'TargetKeyId' },
    },
  },
  api: {
    'kms:alias': {},
  },
};
