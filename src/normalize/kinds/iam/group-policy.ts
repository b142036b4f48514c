import type { Kind } from '../kind.ts';

export const groupPolicy: Kind = {
  type: 'AWS::IAM::GroupPolicy',
  terraform: {
    aws_iam_group_policy: {},
  },
};
