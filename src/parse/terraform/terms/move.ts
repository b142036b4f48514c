import type { Origin } from '../../../model/source.ts';
import type { Link } from '../../../model/value.ts';
import type { Term } from './term.ts';

/** How many steps the way of a value keeps: the first one decided it. */
const maximumLinks = 12;

/** The same term, used at another place; `link` says how it came there. */
export function move(term: Term, at: Origin, link?: Link): Term {
  switch (term.kind) {
    case 'known':
      return link ? { ...term, at, via: linked(term.via, link) } : { ...term, at };
    case 'list':
      return { ...term, at, items: term.items.map(item => move(item, at, link)) };
    case 'dict':
      return { ...term, at, entries: mapEntries(term.entries, part => move(part, at, link)) };
    case 'one-of':
      return { ...term, at, options: term.options.map(option => move(option, at, link)) };
    case 'conditional':
      return { ...term, at, then: move(term.then, at, link), otherwise: move(term.otherwise, at, link) };
    case 'unknown':
      return link ? { ...term, at, chain: [link, ...term.chain].slice(0, 24) } : { ...term, at };
    default:
      return { ...term, at };
  }
}

const linked = (via: readonly Link[] = [], link: Link): readonly Link[] =>
  via.length < maximumLinks && via.at(-1) !== link ? [...via, link] : via;

export function mapEntries(
  entries: ReadonlyMap<string, Term>,
  change: (term: Term) => Term,
): ReadonlyMap<string, Term> {
  const changed = new Map<string, Term>();
  for (const [key, term] of entries) changed.set(key, change(term));
  return changed;
}

/** The same term, never printed. */
export function secret(term: Term): Term {
  switch (term.kind) {
    case 'known':
      return { ...term, sensitive: true };
    case 'text':
      return { ...term, parts: term.parts.map(secretPart) };
    case 'list':
      return { ...term, items: term.items.map(secret) };
    case 'dict':
      return { ...term, entries: mapEntries(term.entries, secret) };
    case 'one-of':
      return { ...term, options: term.options.map(secret) };
    case 'conditional':
      return { ...term, then: secret(term.then), otherwise: secret(term.otherwise) };
    default:
      return term;
  }
}

const secretPart = (part: string | Term): Term =>
  typeof part === 'string' ? { kind: 'known', value: part, sensitive: true } : secret(part);

/** The opposite of `secret`, for `nonsensitive`. */
export function shown(term: Term): Term {
  switch (term.kind) {
    case 'known': {
      const { sensitive: _, ...rest } = term;
      return rest;
    }
    case 'list':
      return { ...term, items: term.items.map(shown) };
    case 'dict':
      return { ...term, entries: mapEntries(term.entries, shown) };
    default:
      return term;
  }
}
