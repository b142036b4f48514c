import type { Cause } from './cause.ts';
import type { Finding, KnownFinding } from './finding.ts';
import type { Problem } from './problem.ts';
import type { Rule, Severity } from './rule.ts';
import type { WaiverUse } from './waiver.ts';

/** What became of one input file. */
export interface Input {
  readonly path: string;
  readonly status: 'parsed' | 'failed' | 'skipped';
  readonly format?: string;
  readonly reason?: string;
  readonly resources: number;
}

/** Files and whole folders that were not looked at; a folder counts once. */
export interface LeftOut {
  readonly ignored: number;
  readonly excluded: number;
}

/** Resources that an input declares and does not make, or that a plan takes away: nothing was assessed of them. */
export interface NotCreatedResources {
  readonly path: string;
  /** `the condition IsProd is false` */
  readonly reason: string;
  readonly resources: readonly string[];
}

/** A rule that the policy selects and that could not run: a required parameter has no value. */
export interface NotConfigured {
  readonly rule: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description: string;
    readonly example?: unknown;
  }[];
}

export interface Counts {
  readonly fail: number;
  readonly unknown: number;
  readonly waived: number;
  readonly pass: number;
  readonly notApplicable: number;
}

export interface Coverage {
  readonly inputs: {
    readonly found: number;
    readonly parsed: number;
    readonly failed: number;
    readonly skipped: number;
  };
  readonly resources: number;
  readonly rules: { readonly selected: number; readonly notConfigured: number };
  readonly verdicts: Counts;
  /** Decided verdicts (pass, fail and waived) as a share of those that applied, 0 to 1; null when nothing applied. */
  readonly decided: number | null;
}

export interface Gate {
  readonly failOn: Severity | 'none';
  readonly unknown: 'ignore' | 'warn' | 'fail';
  readonly requireComplete: boolean;
  readonly exitCode: number;
  /** One line: what decided. */
  readonly reason: string;
}

/** What a run is compared with, and what came of it. */
export interface Comparison {
  /** `plumbline-baseline.json`, `origin/main (1a2b3c4d5e6f)` */
  readonly with: readonly string[];
  readonly new: OpenCounts;
  readonly unchanged: OpenCounts;
  /** What was there and is not there any more. */
  readonly fixed: readonly KnownFinding[];
  /** What was there and was not looked at in this run: nothing is known of it. */
  readonly notAssessed: readonly KnownFinding[];
  /** What could not be compared, one sentence each. */
  readonly notes: readonly string[];
}

export interface OpenCounts {
  readonly fail: number;
  readonly unknown: number;
}

/** Where what decides was taken from, instead of from the files that were scanned, and how these differ. */
export interface Trust {
  readonly ref: string;
  readonly commit: string;
  readonly changes: readonly TrustChange[];
}

/** A change to what decides that does not count before it is merged. */
export interface TrustChange {
  readonly what: 'configuration' | 'policy' | 'rule' | 'waiver' | 'baseline';
  readonly change: 'added' | 'changed' | 'removed';
  readonly path: string;
  readonly detail?: string;
}

/** What became of an account of a live run. */
export interface AssessedAccount {
  readonly id: string;
  readonly name?: string;
  /** Names of the organisational units from the root to the account. */
  readonly path?: readonly string[];
  readonly status: 'assessed' | 'partial' | 'not-assessed' | 'skipped';
  /** Why it is not wholly assessed. */
  readonly reason?: string;
  readonly regions: readonly string[];
  readonly calls?: number;
  readonly throttled?: number;
  /** The services that were not wholly read. */
  readonly rows: readonly {
    readonly service: string;
    readonly region: string;
    readonly status: 'partial' | 'failed';
    readonly cause?: Cause;
    readonly detail?: string;
  }[];
}

/** What a report says of a rule: all but how it is evaluated, so that it can be written down and read back. */
export type RuleSummary = Omit<Rule, 'params' | 'let' | 'each' | 'where' | 'assert' | 'at'>;

/** One run. Every format renders this and nothing else, so their counts agree. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly run: { readonly started: string; readonly seconds: number };
  readonly ruleset: { readonly digest: string; readonly policies: readonly string[] };
  /** The configuration file that decided, if there was one. */
  readonly config?: { readonly path: string; readonly digest: string };
  readonly complete: boolean;
  readonly coverage: Coverage;
  readonly inputs: readonly Input[];
  readonly problems: readonly Problem[];
  readonly notConfigured: readonly NotConfigured[];
  /** By .gitignore, and by `inputs` of the configuration; only where there was something. */
  readonly leftOut?: LeftOut;
  /** Left out where everything that is declared is made. */
  readonly notCreated?: readonly NotCreatedResources[];
  /** The rules that ran, by id. */
  readonly rules: readonly RuleSummary[];
  /** Sorted; passes and not-applicable ones included, formats choose. */
  readonly results: readonly Finding[];
  readonly gate: Gate;
  /** The day by which waivers were judged, in UTC. */
  readonly asOf: string;
  readonly waivers: readonly WaiverUse[];
  readonly comparison?: Comparison;
  readonly trust?: Trust;
  /** The accounts of a live run. */
  readonly accounts?: readonly AssessedAccount[];
}
