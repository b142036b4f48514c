import type { Kind } from '../kind.ts';

export const permissionSet: Kind = {
  type: 'AWS::SSO::PermissionSet',
  terraform: {
    aws_ssoadmin_permission_set: {},
    aws_ssoadmin_permission_set_inline_policy: {},
    aws_ssoadmin_managed_policy_attachment: {},
  },
};
