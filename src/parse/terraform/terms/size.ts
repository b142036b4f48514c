import { optionsOf } from './spread.ts';
import { isChoice, type Term } from './term.ts';

/** A value with more in it is not kept: each use of it would copy all of it. */
export const maximumSize = 50_000;

const known = new WeakMap<Term, number>();

/** How many values are in a term, itself included; what stands in it twice counts twice. */
export function sizeOf(term: Term): number {
  if (term.kind !== 'list' && term.kind !== 'dict' && !isChoice(term)) return 1;
  const before = known.get(term);
  if (before !== undefined) return before;
  let size = 1;
  for (const part of partsOf(term)) {
    size += sizeOf(part);
    if (size > maximumSize) break;
  }
  known.set(term, size);
  return size;
}

function partsOf(term: Term): Iterable<Term> {
  if (term.kind === 'list') return term.items;
  if (term.kind === 'dict') return term.entries.values();
  return isChoice(term) ? optionsOf(term) : [];
}
