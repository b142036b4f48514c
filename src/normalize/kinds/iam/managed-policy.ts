import type { Kind } from '../kind.ts';

export const managedPolicy: Kind = {
  type: 'AWS::IAM::ManagedPolicy',
  terraform: {
    aws_iam_policy: {},
    aws_iam_policy_attachment: {},
  },
};
