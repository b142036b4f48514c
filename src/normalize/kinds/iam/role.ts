import type { Kind } from '../kind.ts';

export const role: Kind = {
  type: 'AWS::IAM::Role',
  terraform: {
    aws_iam_role: {},
    aws_iam_role_policy_attachment: {},
    aws_iam_role_policy_attachments_exclusive: {},
  },
};
