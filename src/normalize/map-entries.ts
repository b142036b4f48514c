import type { Dict, Value } from '../model/value.ts';

/** The same dict when no entry changes. */
export function mapEntries(dict: Dict, change: (value: Value, key: string) => Value): Dict {
  let entries: Map<string, Value> | undefined;
  // A pair for each of a million entries would be made to be taken apart.
  dict.entries.forEach((value, key) => {
    const changed = change(value, key);
    if (changed !== value) (entries ??= new Map(dict.entries)).set(key, changed);
  });
  return entries ? { ...dict, entries } : dict;
}
