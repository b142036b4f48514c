import type { Conditional, Dict, List, OneOf, Value } from '../../model/value.ts';
import { absent } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';

/** What two descriptions of one object say together; the second counts where both say something. */
function merged(first: Dict, second: Dict): Dict {
  const entries = new Map(first.entries);
  for (const [name, value] of second.entries) {
    const before = entries.get(name);
    entries.set(name, before ? overlaid(before, value) : value);
  }
  const rest = second.rest ?? first.rest;
  return { ...first, entries, ...(rest ? { rest } : {}) };
}

/** What an object and all that is added to it say together. */
export function mergedAll(first: Dict, added: readonly Dict[]): Dict {
  const entries = new Map(first.entries);
  const byName = Map.groupBy(
    added.flatMap(dict => [...dict.entries]),
    ([name]) => name,
  );
  for (const [name, group] of byName)
    entries.set(name, together([entries.get(name) ?? absent, ...group.map(([, value]) => value)]));
  const rest = added.find(dict => dict.rest)?.rest ?? first.rest;
  return { ...first, entries, ...(rest ? { rest } : {}) };
}

/** Many lists are joined at once, so that the cost does not grow with their square. */
function together(values: readonly Value[]): Value {
  const [first = absent, ...others] = values.filter(({ kind }) => kind !== 'absent');
  if (first.kind !== 'list' || !others.every(other => other.kind === 'list'))
    return others.reduce(overlaid, first);
  const lists = [first, ...others];
  const rest = lists.find(list => list.rest)?.rest;
  return { ...first, items: lists.flatMap(({ items }) => items), ...(rest ? { rest } : {}) };
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
