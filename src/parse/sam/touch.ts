import type { Declaration } from '../../model/declaration.ts';
import { entry, type Unknown, type Value } from '../../model/value.ts';
import type { Touch } from './made.ts';

/** Opens the properties that the transform adds to, in the declarations that have them. */
export function touched(declarations: Declaration[], touches: readonly Touch[]): void {
  const byTarget = Map.groupBy(touches, ({ target }) => target);
  for (const [index, declaration] of declarations.entries()) {
    const own = byTarget.get(declaration.key);
    if (own) declarations[index] = { ...declaration, properties: own.reduce(opened, declaration.properties) };
  }
}

function opened(properties: Value, { property, because }: Touch): Value {
  if (properties.kind !== 'dict') return properties;
  const value = added(entry(properties, property), because);
  return { ...properties, entries: new Map(properties.entries).set(property, value) };
}

/** What is there stays; what is added is not spelt out. */
function added(value: Value, because: Unknown): Value {
  if (value.kind === 'list') return { ...value, rest: because };
  if (value.kind !== 'dict') return { ...because, set: true };
  const entries = [...value.entries].map(([key, part]) => [key, added(part, because)] as const);
  return { ...value, entries: new Map(entries), rest: because };
}
