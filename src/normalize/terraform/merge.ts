import type { Conditional, Dict, List, OneOf, Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';

/** What two descriptions of one object say together; the second counts where both say something. */
export function merged(first: Dict, second: Dict): Dict {
  const entries = new Map(first.entries);
  for (const [name, value] of second.entries) {
    const before = entries.get(name);
    entries.set(name, before ? overlaid(before, value) : value);
  }
  const rest = second.rest ?? first.rest;
  return { ...first, entries, ...(rest ? { rest } : {}) };
}

/** Objects are merged, lists joined; another value takes the place of what was there, where it is there itself. */
export function overlaid(before: Value, value: Value): Value {
  if (value.kind === 'absent') return before;
  if (isChoice(value)) return mapChoice(value, part => overlaid(before, part));
  if (isChoice(before)) return mapChoice(before, part => overlaid(part, value));
  if (before.kind === 'dict' && value.kind === 'dict') return merged(before, value);
  return before.kind === 'list' && value.kind === 'list' ? joined(before, value) : value;
}

const isChoice = (value: Value): value is OneOf | Conditional =>
  value.kind === 'conditional' || value.kind === 'one-of';

function joined(before: List, value: List): List {
  const rest = before.rest ?? value.rest;
  return { ...before, items: [...before.items, ...value.items], ...(rest ? { rest } : {}) };
}
