import { daysBetween } from '../../model/day.ts';
import type { Finding } from '../../model/finding.ts';
import type { FindingWaiver, Waiver, WaiverOutcome, WaiverState, WaiverUse } from '../../model/waiver.ts';
import { matchesOf } from './matching.ts';
import { noteOf, remarksOf } from './words.ts';

/** What decides about waivers, besides what they say themselves. */
export interface WaiverContext {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Ids of the rules against which no waiver holds. */
  readonly mandatory: ReadonlySet<string>;
  /** True when the run looked at what a waiver names, so that not finding it says something. */
  readonly isSeen: (named: Pick<Waiver, 'rule' | 'resource'>) => boolean;
  /** Waivers that only the files that were scanned hold, where these do not decide. */
  readonly afterMerge: readonly Waiver[];
}

export interface Waived {
  readonly results: readonly Finding[];
  readonly uses: readonly WaiverUse[];
}

/** Failures that a valid waiver names are waived. Nothing else is: what is unknown stays unknown. */
export function applyWaivers(
  results: readonly Finding[],
  waivers: readonly Waiver[],
  context: WaiverContext,
): Waived {
  const all = [...waivers, ...context.afterMerge];
  if (all.length === 0) return { results, uses: [] };
  const open = results.filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown');
  const matches = matchesOf(all, open);
  const later = new Set(context.afterMerge);
  const judged = all.map(waiver => judge(waiver, matches.get(waiver) ?? [], { context, later }));
  const accepted = new Map<Finding, FindingWaiver>();
  // Where several waivers name a finding, one that holds counts before one that does not.
  for (const { use, state, failures } of judged.toSorted((a, b) => Number(isIdle(a)) - Number(isIdle(b)))) {
    if (state === undefined) continue;
    const waiver = findingWaiver(use, state, context);
    for (const finding of failures) if (!accepted.has(finding)) accepted.set(finding, waiver);
  }
  return {
    uses: judged.map(({ use }) => use),
    results: results.map(finding => {
      const waiver = accepted.get(finding);
      if (!waiver) return finding;
      return { ...finding, ...(waiver.state === 'active' && { verdict: 'waived' as const }), waiver };
    }),
  };
}

interface Judged {
  readonly use: WaiverUse;
  readonly state: WaiverState | undefined;
  readonly failures: readonly Finding[];
}

const isIdle = ({ state }: Judged): boolean => state !== 'active';

function judge(
  waiver: Waiver,
  named: readonly Finding[],
  { context, later }: { readonly context: WaiverContext; readonly later: ReadonlySet<Waiver> },
): Judged {
  const failures = named.filter(({ verdict }) => verdict === 'fail');
  const state = failures.length === 0 ? undefined : stateOf(waiver, failures.length, { context, later });
  const outcome = state ?? idleOutcome(waiver, named.length > 0, context);
  const use = { ...waiver, outcome, covers: failures.length };
  return { use: { ...use, remarks: remarksOf(use, context.asOf) }, state, failures };
}

function stateOf(
  waiver: Waiver,
  failures: number,
  { context, later }: { readonly context: WaiverContext; readonly later: ReadonlySet<Waiver> },
): WaiverState {
  const { asOf, mandatory } = context;
  if (mandatory.has(waiver.rule)) return 'mandatory';
  if (daysBetween(asOf, waiver.expires) < 0) return 'expired';
  if (daysBetween(waiver.created, asOf) < 0) return 'pending';
  if (failures > (waiver.maxFindings ?? Infinity)) return 'too-wide';
  return later.has(waiver) ? 'after-merge' : 'active';
}

function idleOutcome(waiver: Waiver, isUndecided: boolean, { isSeen }: WaiverContext): WaiverOutcome {
  if (isUndecided) return 'undecided';
  return isSeen(waiver) ? 'unused' : 'unseen';
}

function findingWaiver(use: WaiverUse, state: WaiverState, { asOf }: WaiverContext): FindingWaiver {
  const { id, reason, owner, approver, ticket, created, expires, origin, where } = use;
  return {
    ...(id !== undefined && { id }),
    state,
    note: noteOf(use, state, asOf),
    reason,
    owner,
    approver,
    ticket,
    created,
    expires,
    origin,
    where,
  };
}
