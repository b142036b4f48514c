import type { Resource, ScopeKind } from '../../model/resource.ts';
import type { Origin } from '../../model/source.ts';
import type { Condition, Link, Reference, Scalar, Text, Unknown, Value } from '../../model/value.ts';

/** What stands in a list or dict before it is looked at. */
export type Element = Scalar | Value | Resource | ListOperand | DictOperand;

export interface ListOperand {
  readonly kind: 'list';
  readonly items: readonly Element[];
  readonly rest?: Unknown;
  readonly at?: Origin;
}

export interface DictOperand {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, Element>;
  readonly rest?: Unknown;
  readonly at?: Origin;
  /** Of what is the same in every evaluation, such as a fact table: all its keys, listed once. */
  readonly keys?: readonly string[];
  /** What this was made from, for virtual fields: points back at what was read. */
  readonly from?: Element;
}

/** The rule did something undefined, such as reading an absent property. Becomes `unknown` with cause `rule-error`. */
export interface Failure {
  readonly kind: 'failure';
  readonly message: string;
  /** True when the cause is a property that is known not to be there. */
  readonly absent?: true;
}

/** CEL's optional; without `value` it is none. */
export interface Optional {
  readonly kind: 'optional';
  readonly value?: Operand;
}

/** What an expression can be at run time: the choices of a world are made, known values are plain scalars. */
export type Operand =
  | Scalar
  | ListOperand
  | DictOperand
  | Text
  | Reference
  | Resource
  | Unknown
  | Failure
  | Optional;

/**
 * One consistent way in which everything open could turn out. The judge evaluates a rule in each of them;
 * a verdict that all share is decided.
 */
export interface World {
  /** The option (0-based) that this world takes of a choice; the same for every use of `choice`. `because` names it in messages. */
  readonly pick: (choice: string, count: number, because?: Link) => number;
  readonly truth: (condition: Condition) => boolean;
}

export interface LinkedFrom {
  readonly to: Resource;
  /** Property names with dots between them, as rules write them. */
  readonly path: string;
  readonly type: string;
  /** The scope whose completeness decides absence; from an optional third literal argument. */
  readonly scope?: ScopeKind;
}

/** The resources around the one under evaluation. Paths are property names; lists on the way are flattened. */
export interface Graph {
  /** The resources of `type` that the values at `path` point at; an unknown element for each target out of view. */
  readonly linked: (from: Resource, path: string, type: string, world: World) => ListOperand;
  /**
   * The resources of `type` whose value at `path` points at `to`. Open unless the view of the scope
   * (`account-region` when left out) is complete: `r.linkedFrom('Bucket', 'AWS::S3::BucketPolicy', 'stack')`.
   */
  readonly linkedFrom: (query: LinkedFrom, world: World) => ListOperand;
  /** The resources of `type` in a scope (the one under evaluation when left out). Open unless the view is complete. */
  readonly resources: (type: string, scope: ScopeKind | undefined, world: World) => ListOperand;
  /** The resource that a reference points at, when it is in view. */
  readonly target: (reference: Reference) => Resource | undefined;
  /** What is known of the text that a reference stands for before it is deployed; nothing when it can be any text. */
  readonly textOf: (reference: Reference) => Text | undefined;
}

/** A result that was computed from a sensitive value: reading it counts as reading that value. */
interface Sealed {
  readonly kind: 'sealed';
  readonly of: Element | Operand;
}

/** What a variable holds: elements of lists stay as they were read, so that they keep their place and their secrecy. */
export type Slot = Element | Operand | Sealed;

/**
 * The state of one evaluation. `slots` holds the variables; `budget.left` counts comprehension steps down;
 * `reads.sensitive` is set when a sensitive value was looked at.
 */
export interface Frame {
  readonly slots: (Slot | undefined)[];
  readonly reads: { sensitive: boolean };
  readonly world: World;
  readonly graph: Graph;
  readonly budget: { left: number };
}
