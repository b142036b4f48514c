import type { Origin } from '../../../model/source.ts';
import { absent, type Dict, type List, type Value } from '../../../model/value.ts';
import { isNull, type DictTerm, type ListTerm, type Term } from './term.ts';

/** A term in the words of the model: null is absent, wherever it stands. */
export function toValue(term: Term): Value {
  switch (term.kind) {
    case 'known':
      return isNull(term) ? missing(term.at) : term;
    case 'text':
      return { ...term, parts: term.parts.map(part => (typeof part === 'string' ? part : toValue(part))) };
    case 'list':
      return listOf(term);
    case 'dict':
      return dictOf(term);
    case 'one-of':
      return { ...term, options: term.options.map(toValue) };
    case 'conditional':
      return { ...term, then: toValue(term.then), otherwise: toValue(term.otherwise) };
    case 'lazy':
      return toValue({ ...term.whole(), ...(term.at && { at: term.at }) });
    default:
      return term;
  }
}

const missing = (at: Origin | undefined): Value => (at ? { kind: 'absent', at } : absent);

function listOf({ items, rest, at }: ListTerm): List {
  const values = items.filter(item => !isNull(item)).map(toValue);
  return { kind: 'list', items: values, ...(rest && { rest }), ...(at && { at }) };
}

function dictOf({ entries, rest, at }: DictTerm): Dict {
  const values = new Map<string, Value>();
  for (const [key, item] of entries) {
    // In an open dict, what is not there would be what may be there.
    if (!isNull(item) || rest) values.set(key, toValue(item));
  }
  return { kind: 'dict', entries: values, ...(rest && { rest }), ...(at && { at }) };
}

/** The value of a property, which points at the attribute that holds it. */
export const propertyOf = (term: Term, at: Origin): Value => placed(toValue(term), at);

function placed(value: Value, at: Origin): Value {
  if (value.kind === 'one-of')
    return { ...value, at, options: value.options.map(option => placed(option, at)) };
  if (value.kind === 'conditional')
    return { ...value, at, then: placed(value.then, at), otherwise: placed(value.otherwise, at) };
  return { ...value, at };
}
