import type { DictTerm, ListTerm, Term } from './term.ts';

/** A type of Terraform; `any` is what is not known, and what takes everything. */
export type Type = { readonly kind: 'string' | 'number' | 'bool' } | CompoundType;

export type CompoundType = { readonly kind: 'any' } | Sequence | Mapping;

type Sequence =
  | { readonly kind: 'list' | 'set'; readonly of: Type }
  | { readonly kind: 'tuple'; readonly items: readonly Type[] };

type Mapping =
  | { readonly kind: 'map'; readonly of: Type }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Field> };

export interface Field {
  readonly type: Type;
  readonly optional?: true;
  /** What stands for a field that is not given, or null. */
  readonly fallback?: Term;
}

export const any: Type = { kind: 'any' };

/** The type of what is known of a term. */
export function typeOf(term: Term): Type {
  switch (term.kind) {
    case 'known':
      return scalarType(term.value);
    case 'text':
      return { kind: 'string' };
    case 'list':
      return listType(term);
    case 'dict':
      return dictType(term);
    default:
      return any;
  }
}

function scalarType(value: string | number | boolean | null): Type {
  if (value === null) return any;
  if (typeof value === 'string') return { kind: 'string' };
  return { kind: typeof value === 'number' ? 'number' : 'bool' };
}

function listType({ form, items }: ListTerm): Type {
  return form === 'tuple'
    ? { kind: 'tuple', items: items.map(typeOf) }
    : { kind: form, of: unify(items.map(typeOf)) ?? any };
}

function dictType({ form, entries }: DictTerm): Type {
  if (form === 'map') return { kind: 'map', of: unify([...entries.values()].map(typeOf)) ?? any };
  return {
    kind: 'object',
    fields: new Map([...entries].map(([key, term]) => [key, { type: typeOf(term) }])),
  };
}

/** The type that all of the types convert to; undefined when there is none. */
export function unify(types: readonly Type[]): Type | undefined {
  const known = types.filter(type => type.kind !== 'any');
  const [first, ...others] = known;
  if (!first) return any;
  return others.reduce<Type | undefined>((left, right) => left && unifyTwo(left, right), first);
}

function unifyTwo(left: Type, right: Type): Type | undefined {
  if (left.kind === 'any') return right;
  if (right.kind === 'any') return left;
  if (isSequence(left)) return isSequence(right) ? unifySequences(left, right) : undefined;
  if (isMapping(left)) return isMapping(right) ? unifyMappings(left, right) : undefined;
  if (isSequence(right) || isMapping(right)) return undefined;
  return unifyScalars(left.kind, right.kind);
}

function unifyScalars(left: Scalar, right: Scalar): Type | undefined {
  if (left === right) return { kind: left };
  return left === 'string' || right === 'string' ? { kind: 'string' } : undefined;
}

type Scalar = 'string' | 'number' | 'bool';

const isSequence = (type: Type): type is Sequence =>
  type.kind === 'list' || type.kind === 'set' || type.kind === 'tuple';
const isMapping = (type: Type): type is Mapping => type.kind === 'map' || type.kind === 'object';

function unifySequences(left: Sequence, right: Sequence): Type | undefined {
  if (left.kind === 'tuple' && right.kind === 'tuple' && left.items.length === right.items.length) {
    const items = left.items.map((type, index) => unifyTwo(type, right.items[index] ?? any));
    const whole = items.filter(type => type !== undefined);
    if (whole.length === items.length) return { kind: 'tuple', items: whole };
  }
  const of = unify([...elements(left), ...elements(right)]);
  const kind = left.kind === 'set' || right.kind === 'set' ? 'set' : 'list';
  return of && { kind, of };
}

const elements = (type: Sequence): readonly Type[] => (type.kind === 'tuple' ? type.items : [type.of]);

function unifyMappings(left: Mapping, right: Mapping): Type | undefined {
  if (left.kind === 'object' && right.kind === 'object' && sameKeys(left.fields, right.fields)) {
    const fields = new Map<string, Field>();
    for (const [key, field] of left.fields) {
      const type = unifyTwo(field.type, right.fields.get(key)?.type ?? any);
      if (!type) return undefined;
      fields.set(key, { type });
    }
    return { kind: 'object', fields };
  }
  const of = unify([...values(left), ...values(right)]);
  return of && { kind: 'map', of };
}

const values = (type: Mapping): readonly Type[] =>
  type.kind === 'map' ? [type.of] : [...type.fields.values()].map(field => field.type);

const sameKeys = (left: ReadonlyMap<string, Field>, right: ReadonlyMap<string, Field>): boolean =>
  left.size === right.size && [...left.keys()].every(key => right.has(key));
