import type { Kind } from '../kind.ts';
import { namePrefix } from '../reasons.ts';

export const groupPolicy: Kind = {
  type: 'AWS::IAM::GroupPolicy',
  terraform: {
    aws_iam_group_policy: {
      rename: { group: 'GroupName', name: 'PolicyName', policy: 'PolicyDocument' },
      leftOut: { name_prefix: namePrefix },
    },
  },
};
