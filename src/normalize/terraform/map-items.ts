import type { Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';

/** Every item of a list changed, in each way that the list may turn out. */
export function mapItems(value: Value, change: (item: Value) => Value): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of')
    return mapChoice(value, part => mapItems(part, change));
  return value.kind === 'list' ? { ...value, items: value.items.map(change) } : value;
}
