import type { Fine } from '../evaluate/evaluate.ts';
import type { FileLocation, Finding, Verdict } from '../model/finding.ts';
import { verdicts as verdictOrder } from '../model/finding.ts';
import { lineHashes } from '../model/fingerprint.ts';
import type { Problem } from '../model/problem.ts';
import type {
  AssessedAccount,
  Comparison,
  Counts,
  Coverage,
  Input,
  LeftOut,
  NotCreatedResources,
  Report,
  RuleSummary,
} from '../model/report.ts';
import { severities } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { SourceFile } from '../model/source.ts';
import type { WaiverUse } from '../model/waiver.ts';
import { gateOf } from './gate.ts';
import type { ScanRequest } from './request.ts';

/** What the stages of a run gave. */
export interface RunOutcome {
  readonly started: Date;
  readonly inputs: readonly Input[];
  /** How many resources were looked at. */
  readonly resources: number;
  readonly problems: readonly Problem[];
  readonly results: readonly Finding[];
  /** How many subjects are fine that are not among the results. */
  readonly fine: Readonly<Record<Fine, number>>;
  /** The texts that findings point into, by path. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly waivers?: readonly WaiverUse[];
  readonly comparison?: Comparison;
  readonly accounts?: readonly AssessedAccount[];
  readonly notCreated?: readonly NotCreatedResources[];
  readonly leftOut?: LeftOut;
}

export function reportOf(request: ScanRequest, outcome: RunOutcome): Report {
  const { inputs, resources, problems, started } = outcome;
  const results = (request.lineHashes ? fingerprinted(outcome) : outcome.results).toSorted(byImportance);
  const verdicts = countsOf(outcome);
  const complete =
    problems.length === 0 &&
    request.notConfigured.length === 0 &&
    inputs.every(({ status }) => status !== 'failed');
  const gate = gateOf(request.gate, { results, problems, complete });
  return {
    tool: request.tool,
    run: { started: started.toISOString(), seconds: (Date.now() - started.getTime()) / 1000 },
    ruleset: request.ruleset,
    ...(request.config && { config: request.config }),
    complete,
    coverage: coverageOf(request, { inputs, resources, verdicts }),
    inputs,
    problems: problems.toSorted(
      (a, b) => compare(a.path ?? '', b.path ?? '') || compare(a.message, b.message),
    ),
    notConfigured: request.notConfigured,
    rules: request.rules.map(({ rule }) => summaryOf(rule)).toSorted((a, b) => compare(a.id, b.id)),
    results,
    gate,
    ...gatekeptIn(request, outcome),
    ...(outcome.accounts && { accounts: outcome.accounts }),
    ...(outcome.leftOut && { leftOut: outcome.leftOut }),
    ...(outcome.notCreated && { notCreated: outcome.notCreated }),
  };
}

function gatekeptIn(
  { gatekeeping }: ScanRequest,
  { started, waivers = [], comparison }: RunOutcome,
): Pick<Report, 'asOf' | 'waivers' | 'comparison' | 'trust'> {
  return {
    asOf: gatekeeping?.asOf ?? started.toISOString().slice(0, 10),
    waivers,
    ...(comparison && { comparison }),
    ...(gatekeeping?.trust && { trust: gatekeeping.trust.shown }),
  };
}

function summaryOf(rule: Rule): RuleSummary {
  const {
    params: _params,
    let: _let,
    each: _each,
    where: _where,
    assert: _assert,
    at: _at,
    ...summary
  } = rule;
  return summary;
}

function coverageOf(
  { rules, notConfigured }: ScanRequest,
  { inputs, resources, verdicts }: Pick<RunOutcome, 'inputs' | 'resources'> & { readonly verdicts: Counts },
): Coverage {
  const count = (status: Input['status']): number => inputs.filter(input => input.status === status).length;
  const settled = verdicts.pass + verdicts.fail + verdicts.waived;
  const applied = settled + verdicts.unknown;
  return {
    inputs: {
      found: inputs.length,
      parsed: count('parsed'),
      failed: count('failed'),
      skipped: count('skipped'),
    },
    resources,
    rules: { selected: rules.length + notConfigured.length, notConfigured: notConfigured.length },
    verdicts,
    decided: applied === 0 ? null : settled / applied,
  };
}

function countsOf({ results, fine }: RunOutcome): Counts {
  const counts: Record<Verdict, number> = { fail: 0, unknown: 0, waived: 0, ...fine };
  for (const { verdict } of results) counts[verdict] += 1;
  return {
    fail: counts.fail,
    unknown: counts.unknown,
    waived: counts.waived,
    pass: counts.pass,
    notApplicable: counts['not-applicable'],
  };
}

/** Adds to each finding that is reported the hash by which GitHub knows its line again. */
function fingerprinted({ results, files }: RunOutcome): Finding[] {
  const hashers = new Map<string, (line: number) => string | undefined>();
  const hashOf = ({ path, line }: FileLocation): string | undefined => {
    const file = files.get(path);
    if (!file) return undefined;
    let hasher = hashers.get(path);
    if (!hasher) hashers.set(path, (hasher = lineHashes(file.text)));
    return hasher(line);
  };
  return results.map(finding => {
    const { location, verdict } = finding;
    if (!location || verdict === 'pass' || verdict === 'not-applicable') return finding;
    const lineHash = hashOf(location);
    return lineHash === undefined ? finding : { ...finding, location: { ...location, lineHash } };
  });
}

/** Failures first, the severe ones before the others; then by rule and place, so that two runs print the same. */
function byImportance(a: Finding, b: Finding): number {
  return (
    verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.rule, b.rule) ||
    byPlace(a.location, b.location) ||
    compare(a.id, b.id)
  );
}

function byPlace(a: FileLocation | undefined, b: FileLocation | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column;
}

/** By code units: the same order on every system. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
