import { known } from '../../model/value.ts';
import type { Dict, Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';

/** A map of tags as the list of `{ Key, Value }` that a type has. */
export function tagList(value: Value): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of') return mapChoice(value, tagList);
  return value.kind === 'dict' ? listOfTags(value) : value;
}

function listOfTags({ entries, rest, at }: Dict): Value {
  const items = [...entries].map(([key, value]): Dict => ({
    kind: 'dict',
    entries: new Map<string, Value>([
      ['Key', known(key, value.at)],
      ['Value', value],
    ]),
    ...(value.at ? { at: value.at } : {}),
  }));
  return { kind: 'list', items, ...(rest ? { rest } : {}), ...(at ? { at } : {}) };
}
