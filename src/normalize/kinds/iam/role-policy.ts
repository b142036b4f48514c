import type { Kind } from '../kind.ts';
import { namePrefix } from '../reasons.ts';

export const rolePolicy: Kind = {
  type: 'AWS::IAM::RolePolicy',
  terraform: {
    aws_iam_role_policy: {
      rename: { name: 'PolicyName', policy: 'PolicyDocument', role: 'RoleName' },
      leftOut: { name_prefix: namePrefix },
    },
  },
};
