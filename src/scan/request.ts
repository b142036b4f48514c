import type { Read } from '../evaluate/reads.ts';
import type { Case, Placement } from '../model/case.ts';
import type { FactTable } from '../model/facts.ts';
import type { Finding, Verdict } from '../model/finding.ts';
import type { AppliedRule } from '../model/policy.ts';
import type { NotConfigured, Report, Trust } from '../model/report.ts';
import type { Rule, Severity } from '../model/rule.ts';
import type { Region } from '../model/source.ts';
import type { TypeRegistry } from '../model/types.ts';
import type { Link } from '../model/value.ts';
import type { Waiver } from '../model/waiver.ts';
import type { Given } from '../parse/terraform/context.ts';
import type { Node } from '../syntax/node.ts';
import type { Known } from './comparison/compare.ts';

/** Fact tables by name; the rows of each are `facts.<table>` in expressions. */
export type Facts = Readonly<Record<string, FactTable>>;

/** What every evaluation stands on, whatever it is asked about. */
export interface Knowledge {
  readonly types: TypeRegistry;
  readonly facts: Facts;
}

/** Values for the parameters of the templates that `templates` matches; of several that match, the last one counts. */
export interface TemplateParameters {
  /** A glob over paths relative to the root of the run; every template when left out. */
  readonly templates?: string;
  readonly values: Readonly<Record<string, TemplateParameterValue>>;
}

export interface TemplateParameterValue {
  /** Lists are joined by commas, as CloudFormation takes them. */
  readonly value: string;
  /** Who says so: a parameter file with its position, the command line. */
  readonly via: Link;
}

/** What is given for reading Terraform. */
export interface TerraformSettings {
  /** Values for the variables of the root modules that a glob over folders matches, of all without; later ones count. */
  readonly variables: readonly { readonly roots?: string; readonly given: readonly Given[] }[];
  readonly workspace?: string;
  /** Folders of root modules that plans were made from, relative to the root of the run. */
  readonly sources: readonly string[];
  /** Throw a `UsageError` when something that the command line gives decides nothing. */
  readonly refusesIdle?: true;
}

/** Where the templates under a path are deployed; it overrides the placement of the run. */
export interface PlacementRule {
  /** A glob over paths relative to the root of the run; of several that match, the last one counts. */
  readonly paths: string;
  readonly placement: Placement;
}

export interface GateSettings {
  readonly failOn: Severity | 'none';
  readonly unknown: 'ignore' | 'warn' | 'fail';
  readonly requireComplete: boolean;
  /** Findings end with 0 instead of 1; nothing else changes. */
  readonly exitZero: boolean;
}

/** Which failures are accepted or known before, and who says so. */
export interface Gatekeeping {
  /** The day by which waivers are judged, `YYYY-MM-DD` in UTC. */
  readonly asOf: string;
  /** Of files; those in the inputs are found by the run. */
  readonly waivers: readonly Waiver[];
  /** Whether waivers in the inputs count. */
  readonly inlineWaivers: boolean;
  /** The id of the rule that somebody means by an id or a former one, without regard to case. */
  readonly ruleIdOf: (name: string) => string | undefined;
  /** Baselines. */
  readonly known: readonly Known[];
  /** The commit whose findings are not new. */
  readonly base?: BaseTree;
  /** Set when what decides was taken from another commit. */
  readonly trust?: TrustedTree;
}

/** The files of another commit, and how to look at them. */
export interface BaseTree {
  readonly name: string;
  /** As the run itself, but for the folder and for what is said of deployments. */
  readonly scan: ScanRequest;
  /** Paths of the run that the commit has under another path: new path → old path. */
  readonly renames: ReadonlyMap<string, string>;
  /** All paths of the commit. */
  readonly paths: ReadonlySet<string>;
  readonly notes: readonly string[];
}

export interface TrustedTree {
  readonly shown: Trust;
  /** Waivers of the files that were scanned, where they are not those of the commit. */
  readonly afterMerge: readonly Waiver[];
  /** A waiver in an input counts only when the commit has the same one. */
  readonly tree: BaseTree;
}

/** One run over files, with everything that decides its outcome. Paths are absolute. */
export interface ScanRequest extends Knowledge {
  readonly tool: Report['tool'];
  readonly ruleset: Report['ruleset'];
  /** The configuration file that decided, if there was one; for the report. */
  readonly config?: NonNullable<Report['config']>;
  /** The folder that every path of the report is relative to. */
  readonly root: string;
  /** The files and folders that were asked for. They exist. */
  readonly paths: readonly string[];
  /** Globs over paths relative to the root. `include` empty: what content says is IaC. A file named in `paths` is always read. */
  readonly inputs: { readonly include: readonly string[]; readonly exclude: readonly string[] };
  /** Nothing to scan is no error. */
  readonly allowEmpty: boolean;
  readonly rules: readonly AppliedRule[];
  readonly notConfigured: readonly NotConfigured[];
  readonly placement: Placement;
  readonly placements: readonly PlacementRule[];
  readonly templateParameters: readonly TemplateParameters[];
  readonly terraform?: TerraformSettings;
  readonly gate: GateSettings;
  /** What is accepted, and what the run is compared with. Left out: nothing. */
  readonly gatekeeping?: Gatekeeping;
  /** Whether findings carry GitHub's line hash, which only some formats write. */
  readonly lineHashes: boolean;
  /** Whether what passes and what does not apply is listed, which only some formats show. It is counted in any case. */
  readonly listsAll: boolean;
}

/** A place in a rule file that does not hold, with what to do about it. */
export interface RuleProblem {
  readonly rule: string;
  readonly path: string;
  readonly region: Region;
  /** A rule with an error does not load; a warning is a hint to its author. */
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
}

/** `checkRules(request)`: parse and type-check every expression. */
export interface CheckRequest extends Knowledge {
  readonly rules: readonly Rule[];
}

/** `testRules(request)`: run the cases of each rule. */
export interface TestRequest extends Knowledge {
  readonly rules: readonly { readonly rule: Rule; readonly cases: readonly Case<Node>[] }[];
}

/** What one case gave. `details` says what differs, one line each; empty when it holds. */
export interface CaseResult {
  readonly rule: string;
  readonly case: string;
  readonly path: string;
  readonly region: Region;
  readonly expected: Verdict;
  readonly actual: Verdict;
  readonly details: readonly string[];
}

/** `traceRule(request)`: one rule over the inputs of a scan, every read recorded. `scan.rules` holds that rule alone. */
export interface TraceRequest {
  readonly scan: ScanRequest;
  /** Only resources of this name (logical id) or key. */
  readonly resource?: string;
}

export interface Trace {
  readonly finding: Finding;
  readonly reads: readonly Read[];
}

export type { Read } from '../evaluate/reads.ts';
export type { Given } from '../parse/terraform/context.ts';
