import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';
import { identity } from './identity.ts';

export const iamUser: Kind = {
  type: 'AWS::IAM::User',
  terraform: {
    aws_iam_user: { rename: { name: 'UserName' }, leftOut: { force_destroy: ofProvider } },
    aws_iam_user_policy_attachment: {
      part: { of: 'user', sets: ['ManagedPolicyArns'] },
      rename: { policy_arn: 'ManagedPolicyArns' },
    },
    aws_iam_user_policy_attachments_exclusive: {
      part: { of: 'user_name', sets: ['ManagedPolicyArns'] },
      rename: { policy_arns: 'ManagedPolicyArns' },
    },
  },
  api: {
    'iam:user': {
      rename: { GroupList: 'Groups' },
      reshape: data => identity(data, 'UserPolicyList'),
      unseen: ['LoginProfile'],
    },
  },
};
