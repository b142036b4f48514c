import type { ResourceType } from '../model/types.ts';
import { unknown } from '../model/value.ts';
import type { Dict, List, Unknown, Value } from '../model/value.ts';
import { mapChoice } from './choices.ts';
import { dictOf } from './dict-of.ts';

/** Tags that come from around a resource. */
export interface Inherited {
  readonly tags: Dict;
  /** Also on what an API call makes, which knows nothing of a stack. */
  readonly always: boolean;
}

/**
 * The tags of a resource as key → value, whatever their spelling; empty when the type has none. What CloudFormation makes
 * has those of its stack too, and its own count more.
 */
export function tagsOf(properties: Dict, schema: ResourceType | undefined, around?: Inherited): Dict {
  if (!schema?.tags) return empty(properties);
  const { property } = schema.tags;
  const written = properties.entries.get(property) ?? properties.rest;
  const own = written ? dictOf(keyed(written)) : empty(properties);
  // A type with a source of its own is made by an API call.
  if (!around || (schema.source !== undefined && !around.always)) return own;
  // What is not known of its own tags may be one of the stack's with another value.
  const inherited = [...around.tags.entries].map(
    ([key, value]) => [key, own.rest ? set(own.rest) : value] as const,
  );
  const rest = own.rest ?? around.tags.rest;
  return { ...own, entries: merged([...inherited, ...own.entries]), ...(rest ? { rest } : {}) };
}

const set = ({ cause, chain, at }: Unknown): Unknown => ({ ...unknown(cause, chain, at), set: true });

/** Of tags with the same key the last one counts, where it is there. */
function merged(tags: Iterable<readonly [key: string, value: Value]>): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const [key, value] of tags) {
    const before = entries.get(key);
    entries.set(key, before ? overlaid(before, value) : value);
  }
  return entries;
}

function overlaid(before: Value, value: Value): Value {
  if (value.kind === 'absent') return before;
  return value.kind === 'conditional' || value.kind === 'one-of'
    ? mapChoice(value, part => overlaid(before, part))
    : value;
}

const empty = ({ at }: Dict): Dict => ({ kind: 'dict', entries: new Map(), ...(at ? { at } : {}) });

/** The value with every list of tags in it turned into a dict. */
function keyed(value: Value): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of') return mapChoice(value, keyed);
  return value.kind === 'list' ? keyedList(value) : value;
}

function keyedList(list: List): Dict {
  const tags = list.items.map(item => dictOf(keyedItem(item)));
  const rest = list.rest ?? tags.find(tag => tag.rest)?.rest;
  const entries = merged(tags.flatMap(tag => [...tag.entries]));
  return { kind: 'dict', entries, ...(rest ? { rest } : {}), ...(list.at ? { at: list.at } : {}) };
}

/** One `{ Key, Value }`, also in the lower case of an API, as a dict of one entry. */
function keyedItem(item: Value): Value {
  if (item.kind === 'conditional' || item.kind === 'one-of') return mapChoice(item, keyedItem);
  return item.kind === 'dict' ? keyedTag(item) : item;
}

function keyedTag(tag: Dict): Dict {
  const key = tag.entries.get('Key') ?? tag.entries.get('key');
  const value = tag.entries.get('Value') ?? tag.entries.get('value') ?? tag.rest;
  const at = tag.at ? { at: tag.at } : {};
  if (key?.kind === 'known' && key.value !== null && value) {
    return { kind: 'dict', entries: new Map([[String(key.value), value]]), ...at };
  }
  return { kind: 'dict', entries: new Map(), rest: notKnown(key ?? tag), ...at };
}

function notKnown({ at }: Value): Unknown {
  return unknown(
    'unresolved-value',
    [{ what: 'a tag of which the key is not known', ...(at ? { at } : {}) }],
    at,
  );
}
