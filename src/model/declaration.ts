import type { Problem } from './problem.ts';
import type { Opening } from './resource.ts';
import type { Span } from './source.ts';
import type { Condition, Dict, Value } from './value.ts';

/**
 * A resource as a text declares it: names as written, values resolved as far as the text allows. In Terraform, names are
 * the provider's (`aws_kms_key`, `deletion_window_in_days`), blocks are lists of dicts, and what is not written is absent.
 */
export interface Declaration {
  readonly format: 'cloudformation' | 'terraform';
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Value;
  readonly exists: Condition;
  readonly at: Span;
  readonly construct?: string;
  readonly generated?: Span;
  /** Where it is deployed when that is not where its stack is: a provider's alias, a `region` of its own. */
  readonly account?: Value;
  readonly region?: Value;
  readonly partition?: Value;
  /** Tags that are put on it besides its own, and besides those of its stack: `default_tags` of a provider. */
  readonly tags?: Dict;
  /** Ids and ARNs of it that are known beside what is written: from a state. */
  readonly names?: readonly string[];
  /**
   * Attributes that a plan took from what is deployed now: nothing writes them, or the plan does not show whether a
   * `dynamic` block does. They say nothing of what other resources of the plan change.
   */
  readonly readBack?: ReadonlyMap<string, 'not-written' | 'not-shown'>;
}

/** One deployable unit: a root template with the nested stacks that are in view, a root module with its modules, a plan. */
export interface Stack {
  readonly key: string;
  readonly name: string;
  readonly account: Value;
  readonly region: Value;
  readonly partition: Value;
  readonly declarations: readonly Declaration[];
  /** What macros, includes and nested stacks that are out of view may add. */
  readonly openings: readonly Opening[];
  /** Tags that the deployment puts on everything in the stack that takes tags. */
  readonly tags?: Dict;
  /** Resources of the text that this deployment does not create, because a condition is false. */
  readonly notCreated?: readonly NotCreated[];
  /** What a plan deletes, as it was. */
  readonly removed?: readonly Declaration[];
  readonly at: Span;
}

export interface NotCreated {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  /** `the condition IsProd is false` */
  readonly reason: string;
  readonly at: Span;
}

/** What a parser made of the inputs, and what it could not. */
export interface Parsed {
  readonly stacks: readonly Stack[];
  readonly problems: readonly Problem[];
}
