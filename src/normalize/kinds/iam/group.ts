import type { Kind } from '../kind.ts';
import { identity } from './identity.ts';

export const iamGroup: Kind = {
  type: 'AWS::IAM::Group',
  terraform: {
    aws_iam_group: { rename: { name: 'GroupName' } },
    aws_iam_group_policy_attachment: {
      part: { of: 'group', sets: ['ManagedPolicyArns'] },
      rename: { policy_arn: 'ManagedPolicyArns' },
    },
    aws_iam_group_policy_attachments_exclusive: {
      part: { of: 'group_name', sets: ['ManagedPolicyArns'] },
      rename: { policy_arns: 'ManagedPolicyArns' },
    },
  },
  api: {
    'iam:group': { reshape: data => identity(data, 'GroupPolicyList') },
  },
};
