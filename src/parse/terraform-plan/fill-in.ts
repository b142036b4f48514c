import type { Declaration } from '../../model/declaration.ts';
import type { Dict, Link, List, Value } from '../../model/value.ts';

/**
 * What a plan leaves open is taken from the same declaration in its source; what the plan knows stays. `values` is the path
 * that stands for the variables of the plan, at which there is nothing to be seen.
 */
export function fillIn(planned: Declaration, written: Declaration | undefined, values: string): Declaration {
  if (!written) return planned;
  const move = mover({ from: prefixOf(written.key), to: prefixOf(planned.key), values });
  const { tags } = planned;
  const places = (['account', 'region', 'partition'] as const).flatMap(what => {
    const [value, other] = [planned[what], written[what]];
    return value?.kind === 'unknown' && other?.kind === 'known' ? [[what, move(other)] as const] : [];
  });
  return {
    ...planned,
    ...Object.fromEntries(places),
    properties: merged(planned.properties, written.properties, move),
    ...(written.tags && (!tags || tags.rest) && { tags: written.tags }),
  };
}

type Move = (value: Value) => Value;

interface Way {
  /** Plans that share a source have keys of their own. */
  readonly from: string;
  readonly to: string;
  readonly values: string;
}

function mover({ from, to, values }: Way): Move {
  const plain = (link: Link): Link =>
    link.at?.kind === 'span' && link.at.file.path === values ? { what: link.what } : link;
  const move: Move = value => {
    switch (value.kind) {
      case 'known':
        return value.via ? { ...value, via: value.via.map(plain) } : value;
      case 'unknown':
        return { ...value, chain: value.chain.map(plain) };
      case 'reference':
        return value.target.startsWith(from)
          ? { ...value, target: to + value.target.slice(from.length) }
          : value;
      default:
        return inside(value, move);
    }
  };
  return move;
}

function inside(value: Value, move: Move): Value {
  switch (value.kind) {
    case 'list':
      return { ...value, items: value.items.map(move) };
    case 'dict':
      return { ...value, entries: new Map([...value.entries].map(([key, one]) => [key, move(one)])) };
    case 'text':
      return { ...value, parts: value.parts.map(part => (typeof part === 'string' ? part : move(part))) };
    case 'one-of':
      return { ...value, options: value.options.map(move) };
    case 'conditional':
      return { ...value, then: move(value.then), otherwise: move(value.otherwise) };
    default:
      return value;
  }
}

const prefixOf = (key: string): string => key.slice(0, key.indexOf('#') + 1);

function merged(planned: Value, written: Value | undefined, move: Move): Value {
  if (!written || written.kind === 'absent') return planned;
  if (planned.kind === 'dict') return written.kind === 'dict' ? mergedDict(planned, written, move) : planned;
  if (planned.kind === 'list')
    return written.kind === 'list' && !written.rest ? mergedList(planned, written, move) : planned;
  return isUndecided(planned) && isBetter(planned, written) ? move(written) : planned;
}

/** What the plan only suggests, the source shows; that something is certainly set is more than nothing. */
const isBetter = (planned: Value, written: Value): boolean =>
  written.kind !== 'unknown' || (planned.kind === 'unknown' && written.set === true);

function mergedDict(planned: Dict, written: Dict, move: Move): Dict {
  const entries = [...planned.entries].map(
    ([key, value]) => [key, merged(value, written.entries.get(key), move)] as const,
  );
  return { ...planned, entries: new Map(entries) };
}

/** Sets have an order of their own in plans: an item is filled in from the one item that it can be. */
function mergedList(planned: List, written: List, move: Move): List {
  if (planned.items.length !== written.items.length) return planned;
  const items = planned.items.map((item, index) => {
    if (!isOpen(item)) return item;
    const same = written.items[index];
    const candidates = written.items.filter(other => agree(item, other));
    const [only] = candidates;
    if (candidates.length === 1) return merged(item, only, move);
    // All of one kind: which is which makes no difference to the list as a whole.
    return planned.items.every(isUndecided) ? merged(item, same, move) : item;
  });
  return { ...planned, items };
}

const isUndecided = ({ kind }: Value): boolean => kind === 'unknown' || kind === 'reference';

/** Whether anything in it may still be filled in. */
function isOpen(value: Value): boolean {
  if (value.kind === 'list') return value.items.some(isOpen);
  if (value.kind === 'dict') return [...value.entries.values()].some(isOpen);
  return isUndecided(value);
}

/** Whether two values can be the same one. */
function agree(planned: Value, written: Value): boolean {
  if (planned.kind === 'known' && written.kind === 'known')
    return String(written.value) === String(planned.value);
  if (planned.kind === 'list' && written.kind === 'list')
    return planned.items.length === written.items.length;
  if (planned.kind !== 'dict' || written.kind !== 'dict') return true;
  return [...planned.entries].every(([key, value]) => {
    const other = written.entries.get(key);
    return !other || agree(value, other);
  });
}
