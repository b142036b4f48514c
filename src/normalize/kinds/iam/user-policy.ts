import type { Kind } from '../kind.ts';

export const userPolicy: Kind = {
  type: 'AWS::IAM::UserPolicy',
  terraform: {
    aws_iam_user_policy: {},
  },
};
