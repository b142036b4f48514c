import { numberText } from './number.ts';
import { identical } from './same.ts';
import type { ListTerm, Term } from './term.ts';
import { compareText } from './text.ts';

/** The elements as a set: each once, in the order in which Terraform goes through them. */
export function setOf(
  items: readonly Term[],
  like: Omit<ListTerm, 'form' | 'items' | 'kind'> = {},
): ListTerm {
  return { ...like, kind: 'list', form: 'set', items: distinct(items).toSorted(compareElements) };
}

/** Each element once; what is not known may be the same as any other one and stays. */
export function distinct(items: readonly Term[]): readonly Term[] {
  const scalars = new Set<unknown>();
  const others: Term[] = [];
  return items.filter(item => {
    if (item.kind === 'known') return !scalars.has(item.value) && scalars.add(item.value);
    if (others.some(other => identical(other, item))) return false;
    others.push(item);
    return true;
  });
}

/** Texts by their bytes, numbers by size, null behind them, what is not known last; others by their spelling. */
function compareElements(left: Term, right: Term): number {
  const rank = rankOf(left) - rankOf(right);
  if (rank !== 0) return rank;
  if (left.kind !== 'known' || right.kind !== 'known') return compareText(spelling(left), spelling(right));
  if (typeof left.value === 'number' && typeof right.value === 'number') return left.value - right.value;
  return compareText(String(left.value), String(right.value));
}

function rankOf(term: Term): number {
  if (term.kind === 'known') return term.value === null ? 1 : 0;
  return term.kind === 'list' || term.kind === 'dict' ? 0 : 2;
}

/** How elements that have no order of their own are ordered: by this spelling of all that is in them. */
function spelling(term: Term): string {
  switch (term.kind) {
    case 'known':
      return scalarSpelling(term.value);
    case 'list':
      return wrapped(term.form === 'tuple' ? '<>' : '[]', term.items.map(spelling));
    case 'dict':
      return term.form === 'map'
        ? wrapped(
            '{}',
            sorted(term.entries).map(([key, value]) => `${JSON.stringify(key)}:${spelling(value)}`),
          )
        : wrapped(
            '<>',
            sorted(term.entries).map(([, value]) => spelling(value)),
          );
    default:
      return '?';
  }
}

const wrapped = ([open = '', close = '']: string, parts: readonly string[]): string =>
  open + parts.map(part => `${part};`).join('') + close;

const sorted = (entries: ReadonlyMap<string, Term>): [string, Term][] =>
  [...entries].toSorted(([left], [right]) => compareText(left, right));

function scalarSpelling(value: string | number | boolean | null): string {
  if (value === null) return '~';
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  return typeof value === 'number' ? numberText(value) : JSON.stringify(value);
}
