import { known, type Condition, type OneOf } from '../../model/value.ts';

export const constant = (value: boolean): Condition => ({ kind: 'constant', value });

export function not(of: Condition): Condition {
  if (of.kind === 'constant') return constant(!of.value);
  return of.kind === 'not' ? of.of : { kind: 'not', of };
}

export const and = (parts: readonly Condition[]): Condition => combine('and', parts);

export const or = (parts: readonly Condition[]): Condition => combine('or', parts);

/** True for the options that `truths` says, by index. */
export function picks(
  { choice, because }: Pick<OneOf, 'choice' | 'because'>,
  truths: readonly boolean[],
): Condition {
  if (truths.every(truth => truth === truths[0])) return constant(truths[0] ?? false);
  const left: OneOf = { kind: 'one-of', choice, options: truths.map(truth => known(truth)), because };
  return { kind: 'equals', left, right: known(true) };
}

/** Constants are folded: one `false` decides an `and`, one `true` an `or`. */
function combine(kind: 'and' | 'or', parts: readonly Condition[]): Condition {
  const decisive = kind === 'or';
  if (parts.some(part => part.kind === 'constant' && part.value === decisive)) return constant(decisive);
  const open = [...new Set(parts.filter(part => part.kind !== 'constant'))];
  const [only] = open;
  if (!only) return constant(!decisive);
  return open.length === 1 ? only : { kind, of: open };
}

/** How many comparisons a condition is made of; parts that are shared count each time, as each is looked at each time. */
export function sizeOf(condition: Condition): number {
  if (condition.kind === 'not') return sizeOf(condition.of);
  if (condition.kind !== 'and' && condition.kind !== 'or') return 1;
  const before = sizes.get(condition);
  if (before !== undefined) return before;
  const size = condition.of.reduce((sum, part) => sum + sizeOf(part), 0);
  sizes.set(condition, size);
  return size;
}

const sizes = new WeakMap<Condition, number>();
