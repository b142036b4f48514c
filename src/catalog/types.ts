import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Field, Fields, PropertyType, ResourceType, TypeRegistry } from '../model/types.ts';
import type { Scalar } from '../model/value.ts';

/**
 * The resource types of `folder` (the package's `types/`, written by `npm run types:update`). Only the index is read
 * at once; the file of a service is read when one of its types is asked for.
 */
export function loadTypes(folder: string): TypeRegistry {
  const services = new Map(
    Object.entries(readObject(folder, 'index.json')).map(([service, kinds]) => [service, stringsOf(kinds)]),
  );
  const names = [...services].flatMap(([service, kinds]) => kinds.map(kind => `AWS::${service}::${kind}`));
  const known = new Set(names);
  const files = new Map<string, Entries>();
  const types = new Map<string, ResourceType>();
  return Object.freeze({
    names: Object.freeze(names),
    get(name: string): ResourceType | undefined {
      const met = types.get(name);
      if (met || !known.has(name)) return met;
      const file = `${(name.split('::')[1] ?? '').toLowerCase()}.json`;
      const content = files.get(file) ?? readObject(folder, file);
      files.set(file, content);
      const type = resourceType(name, entriesOf(content[name]));
      types.set(name, type);
      return type;
    },
  });
}

type Entries = Readonly<Record<string, unknown>>;

function readObject(folder: string, file: string): Entries {
  const content: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return entriesOf(content);
}

function resourceType(name: string, entry: Entries): ResourceType {
  const definitions = Object.entries(entriesOf(entry['definitions'] ?? {}));
  const { arn, standsFor, source } = entry;
  const tags = entry['tags'] === undefined ? undefined : tagsOf(entriesOf(entry['tags']));
  return Object.freeze({
    name,
    properties: fieldsOf(entriesOf(entry['properties'])),
    definitions: record(definitions.map(([key, fields]) => [key, fieldsOf(entriesOf(fields))])),
    attributes: stringsOf(entry['attributes'] ?? []),
    names: stringsOf(entry['names'] ?? []),
    ...(tags ? { tags } : {}),
    ...(typeof arn === 'string' ? { arn } : {}),
    ...(typeof standsFor === 'string' ? { standsFor } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  });
}

function fieldsOf(entries: Entries): Fields {
  return record(Object.entries(entries).map(([name, field]) => [name, fieldOf(field)]));
}

/** `string!`, or `{ type: 'string!', default: …, values: […] }`. */
function fieldOf(entry: unknown): Field {
  const {
    type: notation,
    default: fallback,
    values,
  } = typeof entry === 'string' ? { type: entry } : entriesOf(entry);
  if (typeof notation !== 'string') throw damaged('a property without a type');
  const required = notation.endsWith('!');
  return Object.freeze({
    type: propertyType(required ? notation.slice(0, -1) : notation),
    ...(required ? { required } : {}),
    ...(isScalar(fallback) ? { default: fallback } : {}),
    ...(values === undefined ? {} : { values: stringsOf(values) }),
  });
}

const propertyTypes = new Map<string, PropertyType>(
  (['string', 'int', 'double', 'bool', 'json', 'policy', 'dyn'] as const).map(kind => [
    kind,
    Object.freeze({ kind }),
  ]),
);

/** `list<…>`, `map<…>`, a simple kind, or the name of a definition. */
function propertyType(notation: string): PropertyType {
  const known = propertyTypes.get(notation);
  if (known) return known;
  const [, container, element = ''] = /^(list|map)<(.+)>$/.exec(notation) ?? [];
  const type: PropertyType =
    container === 'list' || container === 'map'
      ? { kind: container, of: propertyType(element) }
      : { kind: 'object', name: notation };
  propertyTypes.set(notation, Object.freeze(type));
  return type;
}

function tagsOf({ property, shape }: Entries): { readonly property: string; readonly shape: 'list' | 'map' } {
  if (typeof property !== 'string' || (shape !== 'list' && shape !== 'map'))
    throw damaged('tags without a shape');
  return Object.freeze({ property, shape });
}

/** Without a prototype, so that a property called `constructor` is not found where there is none. */
function record<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const result: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return Object.freeze(result);
}

function entriesOf(value: unknown): Entries {
  if (!isObject(value)) throw damaged('an object is missing');
  return value;
}

function stringsOf(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw damaged('a list is missing');
  return Object.freeze(value.filter(item => typeof item === 'string'));
}

const isObject = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

const damaged = (what: string): Error =>
  new Error(`The folder of resource types is damaged: ${what}. Install again.`);
