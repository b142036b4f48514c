import type { PolicyDocument } from '../../collect/permissions.ts';
import type { Progress } from '../../collect/progress.ts';
import type { CollectRequest } from '../../collect/request.ts';

/** Reads an account or an organisation into a snapshot. The AWS SDK loads here, and nowhere else. */
export async function collectSnapshot(request: CollectRequest, progress: Progress) {
  const { collect } = await import('../../collect/collect.ts');
  return collect(request, progress);
}

/** What a collection would read, without reading any of it. */
export async function planCollection(request: CollectRequest) {
  const { plan } = await import('../../collect/plan.ts');
  return plan(request);
}

/** What a run would be let see. */
export async function checkAccess(request: CollectRequest, depth: 'accounts' | 'services') {
  const { checkAccess: check } = await import('../../collect/check-access.ts');
  return check(request, depth);
}

/** The policies that the scan role and the caller need, for the services that are read. */
export async function readPolicies(
  services: readonly string[],
): Promise<{ readonly member: readonly PolicyDocument[]; readonly caller: PolicyDocument }> {
  const { loadServices } = await import('../../collect/load-services.ts');
  const { callerPolicy, memberPolicies, permissionsOf } = await import('../../collect/permissions.ts');
  const permissions = permissionsOf(await loadServices(services));
  return { member: memberPolicies(permissions), caller: callerPolicy(permissions) };
}

export { collectDefaults, vias } from '../../collect/request.ts';
export type { PerUnit } from '../../collect/request.ts';
export type { Access } from '../../collect/check-access.ts';
export type { Plan } from '../../collect/plan.ts';
export type { CollectRequest, PolicyDocument, Progress };
