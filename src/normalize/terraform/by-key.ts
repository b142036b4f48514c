import { unknown } from '../../model/value.ts';
import type { Dict, List, Unknown, Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';

/** What in a block is the key, and what the value: the rest of the block when left out. */
interface Columns {
  readonly key: string;
  readonly value?: string;
}

/** Blocks that each carry a key, as the map that CloudFormation has. */
export function byKey(value: Value, columns: Columns = { key: 'map_block_key' }): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of')
    return mapChoice(value, part => byKey(part, columns));
  return value.kind === 'list' && value.items.length > 0 ? mapOf(value, columns) : value;
}

function mapOf(value: List, columns: Columns): Dict {
  const entries = new Map<string, Value>();
  let rest: Unknown | undefined = value.rest;
  for (const item of value.items) {
    const key = item.kind === 'dict' ? item.entries.get(columns.key) : undefined;
    if (item.kind === 'dict' && key?.kind === 'known') entries.set(String(key.value), valueIn(item, columns));
    else rest ??= notKnown(item);
  }
  return { kind: 'dict', entries, ...(rest ? { rest } : {}), ...(value.at ? { at: value.at } : {}) };
}

function valueIn(block: Dict, { key, value }: Columns): Value {
  if (value !== undefined) return block.entries.get(value) ?? block.rest ?? { kind: 'absent' };
  const entries = new Map(block.entries);
  entries.delete(key);
  return { ...block, entries };
}

const notKnown = ({ at }: Value): Unknown =>
  unknown('unresolved-value', [{ what: 'a block of which the key is not known', ...(at ? { at } : {}) }], at);
