import type { Cause } from '../../model/cause.ts';
import type { Gap } from '../../model/observation.ts';
import type { Problem } from '../../model/problem.ts';

/** One problem for all gaps of one call and cause, however many accounts and Regions have them. */
export function gapProblems(gaps: readonly Gap[], path: string): readonly Problem[] {
  const groups = Map.groupBy(gaps, ({ action, cause }) => `${cause}/${action}`);
  return [...groups.values()].flatMap(group => problemOf(group, path) ?? []);
}

function problemOf(gaps: readonly Gap[], path: string): Problem | undefined {
  const [first] = gaps;
  if (!first) return undefined;
  const { action, cause, detail } = first;
  const accounts = [...new Set(gaps.map(({ account }) => account))];
  const regions = [...new Set(gaps.map(({ region }) => region))];
  const [account] = accounts;
  const [awsRegion] = regions;
  return {
    cause,
    message: `${action} gave no answer${timesOf(gaps.length, accounts.length)}: ${detail}`,
    path,
    ...(accounts.length === 1 && account !== undefined && { account }),
    ...(regions.length === 1 && awsRegion !== undefined && { awsRegion }),
    effect: `verdicts that need it are unknown, cause ${cause}; they are not counted as passed`,
    ...hintFor(cause),
  };
}

function timesOf(times: number, accounts: number): string {
  if (times === 1) return '';
  return accounts === 1 ? `, ${times} times` : `, ${times} times in ${accounts} accounts`;
}

const hints: Partial<Record<Cause, string>> = {
  'access-denied': 'plumbline doctor permissions --policy prints the policy that the scan role needs',
  'scp-denied':
    'a policy of the organisation denies it: exempt the scan role there, or accept that it is unknown',
  throttled: 'collect --resume reads what is missing; a lower --max-rps leaves room for others',
  'credentials-expired': 'log in again and collect --resume',
  'region-disabled': 'leave the Region out with --regions, or switch it on',
  timeout: 'collect --resume reads what is missing',
};

function hintFor(cause: Cause): Pick<Problem, 'hint'> {
  const hint = hints[cause];
  return hint === undefined ? {} : { hint };
}
