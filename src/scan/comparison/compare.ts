import type { Change, Finding, KnownFinding } from '../../model/finding.ts';
import type { Comparison, OpenCounts } from '../../model/report.ts';

/** What an earlier run or another commit had. */
export interface Known {
  /** What it is called: `plumbline-baseline.json`. */
  readonly name: string;
  readonly findings: readonly KnownFinding[];
  /** Ids of rules of which nothing is taken for known: a baseline absorbs no mandatory rule. */
  readonly except: ReadonlySet<string>;
  readonly notes: readonly string[];
}

export interface Compared {
  readonly results: readonly Finding[];
  readonly comparison: Comparison;
}

/**
 * Says of every failure and every unknown whether it is new: in none of what is known, or worse than it is there. A
 * failure that was unknown is new. What is waived is neither, but it is not fixed.
 */
export function compare(
  results: readonly Finding[],
  known: readonly Known[],
  isSeen: (named: KnownFinding) => boolean,
): Compared {
  const before = known.map(one => ({ except: one.except, verdicts: verdictsById(one) }));
  const marked = results.map((finding): Finding => {
    if (finding.verdict !== 'fail' && finding.verdict !== 'unknown') return finding;
    return { ...finding, change: changeOf(finding, before) };
  });
  const present = new Set(
    results
      .filter(({ verdict }) => verdict === 'fail' || verdict === 'unknown' || verdict === 'waived')
      .map(({ id }) => id),
  );
  const gone = [...new Map(known.flatMap(({ findings }) => findings).map(one => [one.id, one])).values()]
    .filter(({ id }) => !present.has(id))
    .toSorted(byResource);
  return {
    results: marked,
    comparison: {
      with: known.map(({ name }) => name),
      new: countsOf(marked, 'new'),
      unchanged: countsOf(marked, 'unchanged'),
      fixed: gone.filter(isSeen),
      notAssessed: gone.filter(one => !isSeen(one)),
      notes: known.flatMap(({ notes }) => notes),
    },
  };
}

interface Before extends Pick<Known, 'except'> {
  readonly verdicts: ReadonlyMap<string, KnownFinding['verdict']>;
}

function verdictsById({ findings }: Known): Before['verdicts'] {
  const verdicts = new Map<string, KnownFinding['verdict']>();
  for (const { id, verdict } of findings) if (verdicts.get(id) !== 'fail') verdicts.set(id, verdict);
  return verdicts;
}

/** The rule is that of the finding: what a file says of itself could name another one. */
function changeOf({ id, rule, verdict }: Finding, before: readonly Before[]): Change {
  const known = before.flatMap(({ except, verdicts }) => (except.has(rule) ? [] : (verdicts.get(id) ?? [])));
  if (known.length === 0) return 'new';
  return verdict === 'fail' && !known.includes('fail') ? 'new' : 'unchanged';
}

function countsOf(results: readonly Finding[], change: Change): OpenCounts {
  const of = (verdict: 'fail' | 'unknown'): number =>
    results.filter(finding => finding.change === change && finding.verdict === verdict).length;
  return { fail: of('fail'), unknown: of('unknown') };
}

/** A finding as a baseline keeps it. */
export function knownOf({
  id,
  rule,
  verdict,
  severity,
  resource,
  property,
  message,
}: Finding): KnownFinding[] {
  if (verdict !== 'fail' && verdict !== 'unknown') return [];
  return [
    {
      id,
      rule,
      verdict,
      severity,
      resource: resource.key,
      ...(property !== undefined && { property }),
      message,
    },
  ];
}

/** By rule, resource and id, by code unit: the same on every system. */
export function byResource(a: KnownFinding, b: KnownFinding): number {
  return order(a.rule, b.rule) || order(a.resource, b.resource) || order(a.id, b.id);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
