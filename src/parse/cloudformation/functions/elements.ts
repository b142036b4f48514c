import type { Span } from '../../../model/source.ts';
import type { Unknown, Value } from '../../../model/value.ts';
import { combinations, maximumCombinations, spread } from '../spread.ts';
import { lostIn } from '../why.ts';

/** What a function makes of the elements of a list; `rest` when there may be more behind them. */
export type OfElements = (items: readonly Value[], rest: Unknown | undefined) => Value;

/**
 * Follows the choices that decide which elements a list has: of the list itself, and of elements that may be absent
 * or be lists themselves. Other elements keep their choices.
 */
export function withElements(name: string, list: Value, at: Span, apply: OfElements): Value {
  return spread([list], at, ([plain]) => {
    if (plain?.kind !== 'list') return lostIn(name, plain, at);
    if (!plain.items.some(isUnsteady)) return apply(plain.items, plain.rest);
    const unsteady = plain.items.filter(isUnsteady);
    if (combinations(unsteady) > maximumCombinations) return lostIn(name, undefined, at);
    return spread(unsteady, at, made => apply(flatten(plain.items, made), plain.rest));
  });
}

function flatten(items: readonly Value[], made: readonly Value[]): Value[] {
  let next = 0;
  return items
    .map(item => (isUnsteady(item) ? (made[next++] ?? item) : item))
    .flatMap(item => (item.kind === 'list' ? item.items : [item]))
    .filter(({ kind }) => kind !== 'absent');
}

function isUnsteady(value: Value): boolean {
  if (value.kind === 'conditional') return isUnsteady(value.then) || isUnsteady(value.otherwise);
  if (value.kind === 'one-of') return value.options.some(isUnsteady);
  return value.kind === 'absent' || value.kind === 'list';
}
