import type { Cause } from './cause.ts';
import type { Origin } from './source.ts';

export type Scalar = string | number | boolean | null;

/** One step on the way from where a value is used to where it was decided or lost. */
export interface Link {
  /** In the words of the source: `Ref ModelId`, `parameter ModelId has no default`. */
  readonly what: string;
  readonly at?: Origin;
}

/**
 * What is known of one property.
 *
 * `at` is the region to point at: for a property, from its key to the end of its value.
 */
export type Value = Known | Text | List | Dict | Reference | OneOf | Conditional | Absent | Unknown;

export interface Known {
  readonly kind: 'known';
  readonly value: Scalar;
  readonly at?: Origin;
  /** What decided the value when it was not written in place: a parameter default, a mapping, a variable. */
  readonly via?: readonly Link[];
  /** Never printed: NoEcho parameters, sensitive attributes. */
  readonly sensitive?: true;
}

/** A string of which only some parts are known; the others are the values between them. */
export interface Text {
  readonly kind: 'text';
  readonly parts: readonly (string | Value)[];
  readonly at?: Origin;
}

/** A list; with `rest` it is open: there may be elements that nobody has seen. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly rest?: Unknown;
  readonly at?: Origin;
}

/** An object or map; with `rest` it is open: keys that are not here may exist. */
export interface Dict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, Value>;
  readonly rest?: Unknown;
  readonly at?: Origin;
}

/** A pointer at another resource. It is set, whatever its value will be. */
export interface Reference {
  readonly kind: 'reference';
  /** `Resource.key` of the target. */
  readonly target: string;
  /** `Ref`, or the attribute that is read (`Arn`, `GuardrailId`). */
  readonly attribute: string;
  /** What is known of its text before it is deployed, such as the ARN of its type; made when the reference is looked at. */
  readonly text?: Text;
  readonly at?: Origin;
}

/** Exactly one of the options. The same `choice` picks the same index wherever it occurs. */
export interface OneOf {
  readonly kind: 'one-of';
  /** Identity of the choice, unique in a run: the parameter and its file. */
  readonly choice: string;
  readonly options: readonly Value[];
  readonly because: Link;
  readonly at?: Origin;
}

/** One arm or the other, both kept. */
export interface Conditional {
  readonly kind: 'conditional';
  readonly condition: Condition;
  readonly then: Value;
  readonly otherwise: Value;
  readonly at?: Origin;
}

/** Known not to be there. `at` is the nearest block. */
export interface Absent {
  readonly kind: 'absent';
  readonly at?: Origin;
}

/** Value and presence are not known. `chain` leads from the property to what is missing. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly cause: Cause;
  readonly chain: readonly Link[];
  /** True when only the value is missing and the property is certainly set. */
  readonly set?: true;
  /**
   * Whatever it is, it is not empty, and no pattern: it holds no `*` and no `?`, as a name or an id. A `segment` holds no
   * `:` and no `/` either, as a region or an account id.
   */
  readonly shape?: 'segment' | 'plain';
  /** Unknowns that have the same are the same value: that of a parameter, the account of a stack. What is made of it is another. */
  readonly one?: string;
  readonly at?: Origin;
}

/** A truth that may not be decided yet. */
export type Condition =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'equals'; readonly left: Value; readonly right: Value }
  /** Free: true in some deployments, false in others. The same `choice` has one truth wherever it occurs. */
  | { readonly kind: 'open'; readonly choice: string; readonly because: Link };

export const always: Condition = { kind: 'constant', value: true };

export const never: Condition = { kind: 'constant', value: false };

export const known = (value: Scalar, at?: Origin): Known =>
  at ? { kind: 'known', value, at } : { kind: 'known', value };

export const absent: Absent = { kind: 'absent' };

export function unknown(cause: Cause, chain: readonly Link[], at?: Origin): Unknown {
  return at ? { kind: 'unknown', cause, chain, at } : { kind: 'unknown', cause, chain };
}

/** The entry of a dict by key; absent (at the dict) when it is closed, its `rest` when it is open. */
export function entry(dict: Dict, key: string): Value {
  return dict.entries.get(key) ?? dict.rest ?? (dict.at ? { kind: 'absent', at: dict.at } : absent);
}
