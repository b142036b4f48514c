import type { Kind } from '../kind.ts';

export const permissionSet: Kind = {
  type: 'AWS::SSO::PermissionSet',
  terraform: {
    aws_ssoadmin_permission_set: { rename: { relay_state: 'RelayStateType' } },
    aws_ssoadmin_permission_set_inline_policy: {
      part: { of: 'permission_set_arn', sets: ['InstanceArn', 'InlinePolicy'] },
    },
    aws_ssoadmin_managed_policy_attachment: {
      part: { of: 'permission_set_arn', sets: ['InstanceArn', 'ManagedPolicies'] },
      rename: { managed_policy_arn: 'ManagedPolicies' },
    },
    aws_ssoadmin_customer_managed_policy_attachment: {
      part: { of: 'permission_set_arn', sets: ['InstanceArn', 'CustomerManagedPolicyReferences'] },
      rename: { customer_managed_policy_reference: 'CustomerManagedPolicyReferences' },
    },
    aws_ssoadmin_permissions_boundary_attachment: {
      part: { of: 'permission_set_arn', sets: ['InstanceArn', 'PermissionsBoundary'] },
    },
  },
  api: {
    'sso:permission-set': { rename: { RelayState: 'RelayStateType' } },
  },
};
