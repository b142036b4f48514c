import type { Cause } from '../../../model/cause.ts';
import type { Origin } from '../../../model/source.ts';
import type { Link, Unknown } from '../../../model/value.ts';
import type { ListTerm, Term } from './term.ts';

/** Chains that go through more steps say the first ones. */
const maximumChain = 24;

/** Not known; `set` when the value is certainly there and not empty. */
export function lost(what: string, at: Origin | undefined, more: LostOptions = {}): Unknown {
  const { cause = 'unresolved-value', chain = [], set = false } = more;
  const link: Link = at ? { what, at } : { what };
  const links = [link, ...chain].slice(0, maximumChain);
  return {
    kind: 'unknown',
    cause,
    chain: links,
    ...(set && { set }),
    ...(at && { at }),
  };
}

interface LostOptions {
  readonly cause?: Cause;
  readonly chain?: readonly Link[];
  readonly set?: boolean;
}

/** What `what` gives of a term that is not known. */
export function lostIn(what: string, term: Term, at: Origin | undefined, set = false): Unknown {
  const hole = holeIn(term);
  const cause = hole?.kind === 'unknown' ? hole.cause : 'unresolved-value';
  return lost(what, at, { cause, chain: whyOf(hole), set });
}

/** The first thing in a term that has no literal value. */
export function holeIn(term: Term): Term | undefined {
  switch (term.kind) {
    case 'known':
      return undefined;
    case 'list':
      return term.rest ?? firstHole(term.items);
    case 'dict':
      return term.rest ?? firstHole(term.entries.values());
    case 'text':
      return firstHole(term.parts.filter(part => typeof part !== 'string'));
    default:
      return term;
  }
}

/**
 * A list whose elements stand at places that depend on what is not known: which element has which index, and how many
 * there are, is not known either.
 */
export function inNoOrder(what: string, list: ListTerm, at: Origin | undefined): ListTerm {
  const hole = list.items.length > 1 && !list.rest ? holeIn(list) : undefined;
  return hole ? { ...list, rest: lostIn(what, hole, at) } : list;
}

function firstHole(terms: Iterable<Term>): Term | undefined {
  for (const term of terms) {
    const hole = holeIn(term);
    if (hole) return hole;
  }
  return undefined;
}

function whyOf(term: Term | undefined): readonly Link[] {
  switch (term?.kind) {
    case 'unknown':
      return term.chain;
    case 'reference':
      return [
        {
          what: `${term.target.slice(term.target.indexOf('#') + 1)}.${term.attribute} is known when it is deployed`,
          ...(term.at && { at: term.at }),
        },
      ];
    case 'one-of':
      return [term.because];
    case 'conditional':
      return [term.condition.because];
    case 'lazy':
      return [{ what: `${term.name} is not known as a whole`, ...(term.at && { at: term.at }) }];
    default:
      return [];
  }
}
