import type { ParameterValue, Rule, Severity } from './rule.ts';

/** One line of a policy's `rules`: which rules, and what differs for them. */
export interface Selection {
  /** A rule id, or a glob over ids: `bedrock/*`. */
  readonly match: string;
  readonly enabled: boolean;
  readonly severity?: Severity;
  /** No waiver holds against these rules. */
  readonly mandatory?: true;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export interface ParameterHelp {
  readonly description: string;
  readonly example?: ParameterValue;
}

/** What an organisation demands: which rules, with which parameters and severities. */
export interface Policy {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly extends: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** What each parameter means to the person who must set it. */
  readonly help: Readonly<Record<string, ParameterHelp>>;
  readonly rules: readonly Selection[];
}

/** A rule as one run applies it: what the policies, the configuration and the command line made of it. */
export interface AppliedRule {
  readonly rule: Rule;
  readonly severity: Severity;
  /** No waiver holds against it, and no baseline absorbs it. */
  readonly mandatory?: true;
  /** Checked against the rule's declarations; an optional parameter without a value is not here. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}
