import type { ResolvedRule } from '../catalog/resolve-policy.ts';

/** What the policy makes of a rule, in a word or two. */
export function stateOf({ rule, enabled, missing }: ResolvedRule): string {
  if (!enabled) return 'off';
  if (missing.length > 0) return `not configured (${missing.join(', ')})`;
  return rule.stage === 'preview' ? 'on, in preview' : 'on';
}
