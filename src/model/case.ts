import type { Cause } from './cause.ts';
import type { RuleVerdict } from './finding.ts';
import type { ParameterValue } from './rule.ts';
import type { SourceFile, Span } from './source.ts';

/** Pseudo parameters of a deployment; what is not given stays unknown. */
export interface Placement {
  readonly region?: string;
  readonly account?: string;
  readonly partition?: string;
}

/** One resource of a case in graph form. `Tree` is the syntax tree of the format it was read from. */
export interface GraphResource<Tree> extends Placement {
  readonly key: string;
  readonly type: string;
  /** A map; `{ $unknown: cause }`, `{ $ref: key }` and `{ $absent: true }` stand for what plain data cannot say. */
  readonly properties?: Tree;
  /** A map of tag keys to values, of the same form. */
  readonly tags?: Tree;
  readonly at: Span;
}

export type CaseInput<Tree> =
  /** An inline template; the offsets of `tree` are offsets of `Case.file`. */
  | { readonly kind: 'cloudformation'; readonly tree: Tree; readonly at: Span }
  /** The text of a `main.tf`. `source` holds it at the offsets of `Case.file` where it stands there as a block. */
  | { readonly kind: 'terraform'; readonly source: SourceFile; readonly text: string; readonly at: Span }
  | {
      readonly kind: 'graph';
      readonly resources: readonly GraphResource<Tree>[];
      /** Types of which not all resources are in view, and why. */
      readonly open: Readonly<Record<string, Cause>>;
      readonly at: Span;
    };

/** A named input of a rule with the verdict it must get: a test, and an example on the rule's page. */
export interface Case<Tree> {
  readonly name: string;
  /** The worst over the rule's subjects in this input: fail, then unknown, pass, not-applicable. */
  readonly expect: RuleVerdict;
  /** Only the verdict of the resource of this name counts. */
  readonly subject?: string;
  /** The property that this case leaves out, when it is the rule's default case. */
  readonly leftOut?: string;
  readonly params: Readonly<Record<string, ParameterValue>>;
  readonly context: Placement;
  readonly input: CaseInput<Tree>;
  /** The exact messages of the findings, in order. */
  readonly messages?: readonly string[];
  /** The property paths that the findings point at, in order. */
  readonly properties?: readonly string[];
  readonly file: SourceFile;
  readonly at: Span;
}
