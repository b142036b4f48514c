import type { Cause } from './cause.ts';
import type { Confidence, Severity } from './rule.ts';
import type { Region } from './source.ts';
import type { FindingWaiver } from './waiver.ts';

/** What a report says of a rule on a subject. `waived` is a failure that a valid waiver accepts: it is no pass. */
export const verdicts = ['fail', 'unknown', 'waived', 'pass', 'not-applicable'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a rule itself can say: nobody's waiver is known to it. */
export const ruleVerdicts = [
  'fail',
  'unknown',
  'pass',
  'not-applicable',
] as const satisfies readonly Verdict[];
export type RuleVerdict = (typeof ruleVerdicts)[number];

/** A place in a file that a person can open. */
export interface FileLocation extends Region {
  readonly path: string;
  /** The first line of the region as it stands in the file; left out when it may hold a secret. */
  readonly text?: string;
  /** GitHub's `primaryLocationLineHash` of that line. */
  readonly lineHash?: string;
}

export interface RelatedLocation extends FileLocation {
  readonly message: string;
}

export interface ResourceReference {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
  readonly construct?: string;
}

/** One verdict on one resource or scope. `id` never depends on a line number or a message. */
export interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly title: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** Of a rule in preview: it is shown and never gates. */
  readonly stage?: 'preview';
  readonly verdict: Verdict;
  readonly cause?: Cause;
  readonly message: string;
  /** Why it is unknown, from the property to what is missing. */
  readonly chain: readonly string[];
  readonly resource: ResourceReference;
  /** The property path that the finding speaks of: `GuardrailConfiguration.GuardrailVersion`. */
  readonly property?: string;
  readonly location?: FileLocation;
  readonly related: readonly RelatedLocation[];
  /** The waiver that names it: the one by which it is waived, or one that does not hold, with why. */
  readonly waiver?: FindingWaiver;
  /** Against a baseline or another commit; left out for a run that is compared with nothing. Only new ones gate. */
  readonly change?: Change;
}

export const changes = ['new', 'unchanged'] as const;
export type Change = (typeof changes)[number];

/** A finding that an earlier run or another commit had. */
export interface KnownFinding {
  readonly id: string;
  readonly rule: string;
  readonly verdict: 'fail' | 'unknown';
  readonly severity: Severity;
  /** The key of the resource. */
  readonly resource: string;
  readonly property?: string;
  readonly message: string;
}
