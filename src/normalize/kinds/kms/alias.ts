import { isOfAws } from '../../observations/keys-of-aws.ts';
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
    'kms:alias': {
      // Those of keys that AWS keeps are in nobody's templates, and what they name is not the customer's.
      type: {
        among: ['AWS::KMS::Alias'],
        of: data => (isOfAws(data) ? undefined : 'AWS::KMS::Alias'),
      },
    },
  },
};
