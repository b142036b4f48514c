import type { Kind } from '../kind.ts';
import { groupPolicy } from './group-policy.ts';
import { iamGroup } from './group.ts';
import { managedPolicy } from './managed-policy.ts';
import { rolePolicy } from './role-policy.ts';
import { role } from './role.ts';
import { serviceSpecificCredential } from './service-specific-credential.ts';
import { userPolicy } from './user-policy.ts';
import { iamUser } from './user.ts';

export const iamKinds: readonly Kind[] = [
  groupPolicy,
  iamGroup,
  managedPolicy,
  rolePolicy,
  role,
  serviceSpecificCredential,
  userPolicy,
  iamUser,
];
