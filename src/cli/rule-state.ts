import type { ResolvedRule } from '../catalog/resolve-policy.ts';

/** What the policy makes of a rule, in a word or two. */
export function stateOf({ enabled, missing }: ResolvedRule): string {
  if (!enabled) return 'off';
  return missing.length === 0 ? 'on' : `not configured (${missing.join(', ')})`;
}
