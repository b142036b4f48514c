import type { ResourceType } from '../model/types.ts';
import type { Dict, Value } from '../model/value.ts';

/** The names that are written out; one that is chosen at deployment names nothing yet, and a wildcard never does. */
export function namesOf(properties: Dict, { names }: ResourceType): readonly string[] {
  return names.flatMap(path => {
    const value = path.includes('.')
      ? path.split('.').reduce<Value | undefined>(child, properties)
      : properties.entries.get(path);
    const name = value?.kind === 'known' ? value.value : undefined;
    return typeof name === 'string' && /^[^*?]+$/.test(name) ? [name] : [];
  });
}

const child = (value: Value | undefined, name: string): Value | undefined =>
  value?.kind === 'dict' ? value.entries.get(name) : undefined;
