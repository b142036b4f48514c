import type { Kind } from '../kind.ts';
import { namePrefix, ofProvider } from '../reasons.ts';

export const managedPolicy: Kind = {
  type: 'AWS::IAM::ManagedPolicy',
  terraform: {
    aws_iam_policy: {
      rename: { name: 'ManagedPolicyName', policy: 'PolicyDocument' },
      leftOut: { delay_after_policy_creation_in_ms: ofProvider, name_prefix: namePrefix },
    },
    aws_iam_policy_attachment: {
      part: { of: 'policy_arn', sets: ['Users', 'Roles', 'Groups'] },
      does: [
        { list: 'groups', type: 'aws_iam_group_policy_attachment', attribute: 'group' },
        { list: 'roles', type: 'aws_iam_role_policy_attachment', attribute: 'role' },
        { list: 'users', type: 'aws_iam_user_policy_attachment', attribute: 'user' },
      ],
      leftOut: { name: 'the name of the attachment' },
    },
  },
};
