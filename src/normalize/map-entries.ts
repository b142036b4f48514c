import type { Dict, Value } from '../model/value.ts';

/** The same dict when no entry changes. */
export function mapEntries(dict: Dict, change: (value: Value, key: string) => Value): Dict {
  let entries: Map<string, Value> | undefined;
  for (const [key, value] of dict.entries) {
    const changed = change(value, key);
    if (changed !== value) (entries ??= new Map(dict.entries)).set(key, changed);
  }
  return entries ? { ...dict, entries } : dict;
}
