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
      leftOut: { name: 'the name of the attachment' },
    },
  },
};
