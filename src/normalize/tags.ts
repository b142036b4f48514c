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
  for (const [key, value] of tags) lay(value, key, entries);
  return entries;
}

function lay(value: Value, key: string, over: Map<string, Value>): void {
  const before = over.get(key);
  over.set(key, before ? overlaid(before, value) : value);
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
  const entries = new Map<string, Value>();
  let { rest } = list;
  for (const item of list.items) {
    const [key, value] = item.kind === 'dict' ? plainTag(item) : [];
    if (key !== undefined && value) {
      lay(value, key, entries);
      continue;
    }
    const tags = dictOf(keyedItem(item));
    for (const [name, of] of tags.entries) lay(of, name, entries);
    rest ??= tags.rest;
  }
  return { kind: 'dict', entries, ...(rest ? { rest } : {}), ...(list.at ? { at: list.at } : {}) };
}

/** One `{ Key, Value }`, also in the lower case of an API, as a dict of one entry. */
function keyedItem(item: Value): Value {
  if (item.kind === 'conditional' || item.kind === 'one-of') return mapChoice(item, keyedItem);
  return item.kind === 'dict' ? keyedTag(item) : item;
}

function keyedTag(tag: Dict): Dict {
  const [key, value] = plainTag(tag);
  const at = tag.at ? { at: tag.at } : {};
  if (key !== undefined && value) return { kind: 'dict', entries: new Map([[key, value]]), ...at };
  return { kind: 'dict', entries: new Map(), rest: notKnown(keyIn(tag) ?? tag), ...at };
}

const keyIn = ({ entries }: Dict): Value | undefined => entries.get('Key') ?? entries.get('key');

/** Key and value, as far as they are written. */
function plainTag(tag: Dict): readonly [key?: string, value?: Value] {
  const key = keyIn(tag);
  const value = tag.entries.get('Value') ?? tag.entries.get('value') ?? tag.rest;
  return key?.kind === 'known' && key.value !== null && value ? [String(key.value), value] : [];
}

function notKnown({ at }: Value): Unknown {
  return unknown(
    'unresolved-value',
    [{ what: 'a tag of which the key is not known', ...(at ? { at } : {}) }],
    at,
  );
}
