import type { Kind } from '../kind.ts';
import { organizationsAccount } from './account.ts';
import { delegatedAdministrator } from './delegated-administrator.ts';
import { effectivePolicy } from './effective-policy.ts';
import { enabledPolicyType } from './enabled-policy-type.ts';
import { organization } from './organization.ts';
import { organizationalUnit } from './organizational-unit.ts';
import { organizationsPolicy } from './policy.ts';
import { organizationsResourcePolicy } from './resource-policy.ts';
import { serviceAccess } from './service-access.ts';

export const organizationsKinds: readonly Kind[] = [
  organizationsAccount,
  delegatedAdministrator,
  effectivePolicy,
  enabledPolicyType,
  organization,
  organizationalUnit,
  organizationsPolicy,
  organizationsResourcePolicy,
  serviceAccess,
];
