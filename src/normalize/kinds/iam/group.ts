import type { Kind } from '../kind.ts';

export const iamGroup: Kind = {
  type: 'AWS::IAM::Group',
  terraform: {
    aws_iam_group: { rename: { name: 'GroupName' } },
    aws_iam_group_policy_attachment: { part: { of: 'group' }, rename: { policy_arn: 'ManagedPolicyArns' } },
    aws_iam_group_policy_attachments_exclusive: {
      part: { of: 'group_name' },
      rename: { policy_arns: 'ManagedPolicyArns' },
    },
  },
};
