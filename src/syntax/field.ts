import type { Entry, MapNode, Node } from './node.ts';

/** The entry that counts for a key: the last one of its name. */
export function entryOf(map: MapNode, key: string): Entry | undefined {
  return map.entries.findLast(entry => entry.key === key);
}

/** The value behind a chain of keys; undefined as soon as one is missing or stands on something that is no map. */
export function field(node: Node, ...keys: readonly string[]): Node | undefined {
  let at: Node | undefined = node;
  for (const key of keys) at = at?.kind === 'map' ? entryOf(at, key)?.value : undefined;
  return at;
}

/** The text of a scalar that is a string. */
export function stringOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** A scalar as it is spelled, without quotes and escapes; nothing for lists, maps and null. */
export function scalarText(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.source : undefined;
}
