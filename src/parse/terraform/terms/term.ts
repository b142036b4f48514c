import type { Origin, Span } from '../../../model/source.ts';
import type { Condition, Known, Link, Reference, Unknown } from '../../../model/value.ts';

/**
 * What an expression gives: the model's values, and what Terraform tells apart besides: lists, sets and tuples, maps and
 * objects, null, and things whose attributes are worked out when they are read.
 */
export type Term =
  | Known
  | TextTerm
  | ListTerm
  | DictTerm
  | Reference
  | OneOfTerm
  | ConditionalTerm
  | Unknown
  | LazyTerm;

/** A string of which only some parts are known. */
export interface TextTerm {
  readonly kind: 'text';
  readonly parts: readonly (string | Term)[];
  readonly at?: Origin;
}

export interface ListTerm {
  readonly kind: 'list';
  readonly form: 'tuple' | 'list' | 'set';
  readonly items: readonly Term[];
  /** There may be more, anywhere between the items. */
  readonly rest?: Unknown;
  readonly at?: Origin;
}

export interface DictTerm {
  readonly kind: 'dict';
  readonly form: 'object' | 'map';
  readonly entries: ReadonlyMap<string, Term>;
  readonly rest?: Unknown;
  readonly at?: Origin;
}

export interface OneOfTerm {
  readonly kind: 'one-of';
  readonly choice: string;
  readonly options: readonly Term[];
  readonly because: Link;
  readonly at?: Origin;
}

export interface ConditionalTerm {
  readonly kind: 'conditional';
  readonly condition: Open;
  readonly then: Term;
  readonly otherwise: Term;
  readonly at?: Origin;
}

export type Open = Extract<Condition, { kind: 'open' }>;

/** A namespace (`local`), a resource, a module: read by name. */
export interface LazyTerm {
  readonly kind: 'lazy';
  /** As it is written: `aws_kms_key.k`. */
  readonly name: string;
  readonly get: (name: string, at: Span) => Term;
  /** An instance by its key, for blocks of which the instances are not known. */
  readonly index?: (key: Term) => Term;
  /** All that is known of it, where it is used as a whole. */
  readonly whole: () => Term;
  readonly at?: Origin;
}

export type Choice = OneOfTerm | ConditionalTerm;

export const isChoice = (term: Term): term is Choice => term.kind === 'one-of' || term.kind === 'conditional';

export const isNull = (term: Term): boolean => term.kind === 'known' && term.value === null;

export const tuple = (items: readonly Term[], at?: Origin): ListTerm => ({
  kind: 'list',
  form: 'tuple',
  items,
  ...(at && { at }),
});

export const object = (entries: ReadonlyMap<string, Term>, at?: Origin): DictTerm => ({
  kind: 'dict',
  form: 'object',
  entries,
  ...(at && { at }),
});

/** A mistake that Terraform would refuse: what `try` and `can` catch, and a problem everywhere else. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly at: Origin | undefined;

  constructor(message: string, at?: Origin) {
    super(message);
    this.at = at;
  }
}
