import type { Conditional, OneOf, Value } from '../model/value.ts';

/** The same choice between changed values; the value itself when none of them changes. */
export function mapChoice(value: OneOf | Conditional, change: (value: Value) => Value): Value {
  if (value.kind === 'one-of') {
    const options = mapChanged(value.options, change);
    return options === value.options ? value : { ...value, options };
  }
  const then = change(value.then);
  const otherwise = change(value.otherwise);
  return then === value.then && otherwise === value.otherwise ? value : { ...value, then, otherwise };
}

/** The same list when no item changes. */
export function mapChanged(items: readonly Value[], change: (item: Value) => Value): readonly Value[] {
  let changed: Value[] | undefined;
  let index = 0;
  for (const item of items) {
    const next = change(item);
    if (next !== item) (changed ??= [...items])[index] = next;
    index += 1;
  }
  return changed ?? items;
}
