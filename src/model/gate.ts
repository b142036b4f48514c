import type { Finding } from './finding.ts';
import type { Gate } from './report.ts';
import { severities } from './rule.ts';

/** Whether a finding counts at the gate: what was there before is reported and no more, and so is what a rule in preview says. */
export function isGating(
  { verdict, severity, change, stage }: Finding,
  { failOn, unknown }: Pick<Gate, 'failOn' | 'unknown'>,
): boolean {
  if (change === 'unchanged' || stage === 'preview') return false;
  if (verdict === 'unknown') return unknown === 'fail';
  if (verdict !== 'fail' || failOn === 'none') return false;
  return severities.indexOf(severity) <= severities.indexOf(failOn);
}
