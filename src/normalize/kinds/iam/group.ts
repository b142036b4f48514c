import type { Kind } from '../kind.ts';

export const iamGroup: Kind = {
  type: 'AWS::IAM::Group',
  terraform: {
    aws_iam_group: {},
    aws_iam_group_policy_attachment: {},
  },
};
