import type { Kind } from '../kind.ts';
import { namePrefix } from '../reasons.ts';

export const userPolicy: Kind = {
  type: 'AWS::IAM::UserPolicy',
  terraform: {
    aws_iam_user_policy: {
      rename: { name: 'PolicyName', policy: 'PolicyDocument', user: 'UserName' },
      leftOut: { name_prefix: namePrefix },
    },
  },
};
