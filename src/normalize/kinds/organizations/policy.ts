import type { Kind } from '../kind.ts';

export const organizationsPolicy: Kind = {
  type: 'AWS::Organizations::Policy',
  terraform: {
    aws_organizations_policy: {},
    aws_organizations_policy_attachment: {},
  },
};
