import type { Kind } from '../kind.ts';

export const iamUser: Kind = {
  type: 'AWS::IAM::User',
  terraform: {
    aws_iam_user: {},
    aws_iam_user_policy_attachment: {},
    aws_iam_user_policy_attachments_exclusive: {},
  },
};
