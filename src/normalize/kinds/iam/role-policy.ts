import type { Kind } from '../kind.ts';

export const rolePolicy: Kind = {
  type: 'AWS::IAM::RolePolicy',
  terraform: {
    aws_iam_role_policy: {},
  },
};
