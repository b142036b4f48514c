import type { Resource } from '../model/resource.ts';

/** The resources by each of their keys. */
export function groups(
  resources: readonly Resource[],
  keysOf: (resource: Resource) => readonly string[],
): Map<string, Resource[]> {
  const map = new Map<string, Resource[]>();
  for (const resource of resources) {
    const keys = keysOf(resource);
    for (const key of keys.length > 1 ? new Set(keys) : keys) {
      const group = map.get(key);
      if (group) group.push(resource);
      else map.set(key, [resource]);
    }
  }
  return map;
}
