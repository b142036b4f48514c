import type { Cause } from '../../model/cause.ts';
import type { Origin } from '../../model/source.ts';
import type { Condition, Conditional, Link, Unknown, Value } from '../../model/value.ts';
import { same } from './same.ts';

/** A choice; no choice at all when every option is the same. */
export function oneOf(choice: string, options: readonly Value[], because: Link, at?: Origin): Value {
  const [first] = options;
  if (first && options.every(option => same(first, option))) return at ? move(first, at) : first;
  return { kind: 'one-of', choice, options, because, ...(at && { at }) };
}

/** One arm or the other; the arm itself when the condition is decided or both are the same. */
export function conditional(condition: Condition, then: Value, otherwise: Value, at: Origin): Value {
  if (condition.kind === 'constant') return condition.value ? then : otherwise;
  const yes = then.kind === 'conditional' && then.condition === condition ? then.then : then;
  const no =
    otherwise.kind === 'conditional' && otherwise.condition === condition ? otherwise.otherwise : otherwise;
  return same(yes, no) ? yes : arms(condition, yes, no, at);
}

/** As `conditional`, without looking at the arms. */
export function arms(
  condition: Condition,
  then: Value,
  otherwise: Value,
  at: Origin | undefined,
): Conditional {
  return { kind: 'conditional', condition, then, otherwise, ...(at && { at }) };
}

/** The same value, used at another place; `link` says how it came there. */
export function move(value: Value, at: Origin, link?: Link): Value {
  switch (value.kind) {
    case 'known':
      return link ? { ...value, at, via: [...(value.via ?? []), link] } : { ...value, at };
    case 'list':
      return { ...value, at, items: value.items.map(item => move(item, at, link)) };
    case 'dict':
      return {
        ...value,
        at,
        entries: new Map([...value.entries].map(([key, part]) => [key, move(part, at, link)])),
      };
    case 'one-of':
      return { ...value, at, options: value.options.map(option => move(option, at, link)) };
    case 'conditional':
      return arms(value.condition, move(value.then, at, link), move(value.otherwise, at, link), at);
    case 'unknown':
      return link ? { ...value, at, chain: [link, ...value.chain] } : { ...value, at };
    default:
      return { ...value, at };
  }
}

/** Not known; `set` when the value is certainly there and not empty. */
export function lost(cause: Cause, chain: readonly Link[], at: Origin, set = false): Unknown {
  return set ? { kind: 'unknown', cause, chain, set: true, at } : { kind: 'unknown', cause, chain, at };
}
