import type { Finding } from './finding.ts';
import type { Problem } from './problem.ts';
import type { Rule, Severity } from './rule.ts';

/** What became of one input file. */
export interface Input {
  readonly path: string;
  readonly status: 'parsed' | 'failed' | 'skipped';
  readonly format?: string;
  readonly reason?: string;
  readonly resources: number;
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
  /** Decided verdicts (pass and fail) as a share of those that applied, 0 to 1; null when nothing applied. */
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
  /** The rules that ran, by id. */
  readonly rules: readonly RuleSummary[];
  /** Sorted; passes and not-applicable ones included, formats choose. */
  readonly results: readonly Finding[];
  readonly gate: Gate;
}
