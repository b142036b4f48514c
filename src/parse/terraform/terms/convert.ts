import type { Origin } from '../../../model/source.ts';
import type { Known } from '../../../model/value.ts';
import { mapEntries } from './move.ts';
import { numberOf } from './number.ts';
import { setOf } from './sets.ts';
import { spread } from './spread.ts';
import { EvaluationError, isNull, type DictTerm, type ListTerm, type Term } from './term.ts';
import { scalarText } from './text.ts';
import { typeOf, unify, type CompoundType, type Field, type Type } from './type.ts';
import { inNoOrder, lostIn } from './unknown.ts';

/** The term as a value of the type, as Terraform converts it; throws what Terraform refuses. */
export function convert(term: Term, type: Type, at: Origin): Term {
  if (type.kind === 'any' || isNull(term)) return term;
  if (term.kind === 'unknown' || term.kind === 'reference') return term;
  return spread([term], at, ([plain = term]) => convertPlain(plain, type, at));
}

function convertPlain(term: Term, type: Type, at: Origin): Term {
  if (term.kind === 'lazy') return convert(term.whole(), type, at);
  if (term.kind === 'unknown' || term.kind === 'reference' || isNull(term)) return term;
  return isScalar(type) ? scalar(term, type.kind, at) : compound(term, type, at);
}

const isScalar = (type: Type): type is Exclude<Type, CompoundType> =>
  type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';

function compound(term: Term, type: CompoundType, at: Origin): Term {
  switch (type.kind) {
    case 'any':
      return term;
    case 'list':
    case 'set':
      return sequence(term, type.kind, type.of, at);
    case 'map':
      return mapping(term, type.of, at);
    case 'tuple':
      return tupleOf(term, type.items, at);
    case 'object':
      return objectOf(term, type.fields, at);
  }
}

/** A number, truth or text as another one of them. */
function scalar(term: Term, kind: 'string' | 'number' | 'bool', at: Origin): Term {
  if (term.kind === 'text') {
    return kind === 'string' ? term : lostIn(`a ${kind} in a text`, term, at);
  }
  if (term.kind !== 'known' || term.value === null) throw wrongType(term, kind, at);
  const value = scalarAs(term.value, kind);
  if (value === undefined) throw wrongType(term, kind, at);
  return value === term.value ? term : { ...term, value };
}

function scalarAs(
  value: string | number | boolean,
  kind: 'string' | 'number' | 'bool',
): Known['value'] | undefined {
  if (kind === 'string') return scalarText(value);
  if (kind === 'number')
    return typeof value === 'string' ? numberOf(value) : typeof value === 'number' ? value : undefined;
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function sequence(term: Term, kind: 'list' | 'set', of: Type, at: Origin): ListTerm {
  if (term.kind !== 'list') throw wrongType(term, kind, at);
  // A list keeps its order; only sets are without one.
  const items = elementsAs(term.items, of, at);
  if (kind === 'set') return setOf(items, keep(term));
  const list: ListTerm = { ...term, form: 'list', items };
  return term.form === 'set' ? inNoOrder('the order of a set', list, at) : list;
}

const keep = ({ rest, at }: ListTerm): { rest?: NonNullable<ListTerm['rest']>; at?: Origin } => ({
  ...(rest && { rest }),
  ...(at && { at }),
});

/** All elements of a list, set or map have one type: with `any` the one that all of them convert to. */
function elementsAs(items: readonly Term[], of: Type, at: Origin): readonly Term[] {
  const type = of.kind === 'any' ? unify(items.map(typeOf)) : of;
  return type ? items.map(item => convert(item, type, at)) : items;
}

function mapping(term: Term, of: Type, at: Origin): DictTerm {
  if (term.kind !== 'dict') throw wrongType(term, 'map', at);
  const values = elementsAs([...term.entries.values()], of, at);
  let next = 0;
  return { ...term, form: 'map', entries: mapEntries(term.entries, value => values[next++] ?? value) };
}

function tupleOf(term: Term, types: readonly Type[], at: Origin): ListTerm {
  if (term.kind !== 'list' || (term.items.length !== types.length && !term.rest))
    throw wrongType(term, 'tuple', at);
  const items = term.items.map((item, index) => convert(item, types[index] ?? { kind: 'any' }, at));
  return { ...term, form: 'tuple', items };
}

/** Fields that the type does not have are dropped, those that may be left out are filled in. */
function objectOf(term: Term, fields: ReadonlyMap<string, Field>, at: Origin): DictTerm {
  if (term.kind !== 'dict') throw wrongType(term, 'object', at);
  const entries = new Map<string, Term>();
  for (const [name, field] of fields) entries.set(name, fieldOf(term, name, field, at));
  const { rest: _, ...closed } = term;
  return { ...closed, form: 'object', entries };
}

function fieldOf(term: DictTerm, name: string, field: Field, at: Origin): Term {
  const given = term.entries.get(name) ?? term.rest;
  if (given === undefined && !field.optional)
    throw new EvaluationError(`the attribute ${name} is required`, at);
  const value = given ?? { kind: 'known', value: null, at };
  const { fallback } = field;
  const filled = fallback
    ? spread([value], at, ([plain = value]) => (isNull(plain) ? fallback : plain))
    : value;
  return convert(filled, field.type, at);
}

function wrongType(term: Term, wanted: string, at: Origin): EvaluationError {
  return new EvaluationError(`a ${wanted} is needed, and this is ${describe(term)}`, at);
}

export function describe(term: Term): string {
  if (term.kind === 'known') {
    if (term.value === null) return 'null';
    return typeof term.value === 'boolean' ? 'a truth value' : `a ${typeof term.value}`;
  }
  if (term.kind === 'list') return term.form === 'set' ? 'a set' : 'a list';
  if (term.kind === 'dict') return 'a map';
  return term.kind === 'text' ? 'a text' : 'not known';
}
