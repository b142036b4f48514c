import type { Resource } from '../model/resource.ts';

/** The resources by each of their keys. */
export function groups(
  resources: readonly Resource[],
  keysOf: (resource: Resource) => readonly string[],
): Map<string, Resource[]> {
  const map = new Map<string, Resource[]>();
  for (const resource of resources) {
    for (const key of keysOf(resource)) {
      const group = map.get(key);
      if (!group) map.set(key, [resource]);
      // The same key may be told twice.
      else if (group.at(-1) !== resource) group.push(resource);
    }
  }
  return map;
}
