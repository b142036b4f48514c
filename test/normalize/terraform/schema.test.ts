import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { loadTypes } from '../../../src/catalog/types.ts';
import type { Fields, PropertyType } from '../../../src/model/types.ts';
import { kinds, terraformTypes } from '../../../src/normalize/kinds/index.ts';
import { isLeftOut, propertyOf } from '../../../src/normalize/terraform/convert.ts';
import type { Conversion } from '../../../src/normalize/terraform/convert.ts';

/** Made by scripts/terraform-schema.ts. */
type Schema = string | { readonly [name: string]: Schema };
const isSchema = (data: unknown): data is Readonly<Record<string, Schema>> =>
  typeof data === 'object' && data !== null;
const provider: unknown = JSON.parse(readFileSync(new URL('provider-schema.json', import.meta.url), 'utf8'));
if (!isSchema(provider)) throw new Error('provider-schema.json is damaged');

const types = loadTypes('types');

const spellings = kinds.flatMap(({ type, terraform = {} }) =>
  Object.entries(terraform).map(([name, spelling]) => ({ name, type, spelling })),
);

test.each(spellings)(
  'every attribute of $name is a property of $type, or it is said why not',
  ({ name, type, spelling }) => {
    const schema = types.get(type);
    if (!schema) throw new Error(`${type} is not in the registry`);
    const conversion: Conversion = { spelling, schema };
    expect(unmapped(provider[name] ?? {}, rootFields(conversion), '', conversion)).toEqual([]);
    expect(stale(provider[name] ?? {}, spelling)).toEqual([]);
  },
);

test.each(spellings.filter(({ spelling: { part } }) => part && part.within === undefined))(
  'what $name sets of its whole is said',
  ({ name, type, spelling }) => {
    const schema = types.get(type);
    if (!schema) throw new Error(`${type} is not in the registry`);
    const conversion: Conversion = { spelling, schema };
    const set = Object.entries(provider[name] ?? {}).flatMap(([attribute, inner]) => {
      if (inner === '=' || isLeftOut(attribute, conversion)) return [];
      const path = propertyOf(attribute, schema.properties, conversion) ?? '';
      return path === '' ? Object.keys(schema.properties) : [path.split('.', 1)[0]];
    });
    const said = spelling.part?.sets ?? [];
    expect(set.filter(property => !said.includes(property ?? ''))).toEqual([]);
    expect(said.filter(property => !Object.hasOwn(schema.properties, property))).toEqual([]);
  },
);

test('the schema of the provider holds the types of the kinds', () => {
  expect(Object.keys(provider)).toEqual(terraformTypes.toSorted());
});

/** The properties that the attributes of a resource become: those of the type, or of the part that it is. */
function rootFields(conversion: Conversion): Fields {
  const { spelling, schema } = conversion;
  const property = spelling.part?.within?.replace('[]', '');
  if (property === undefined) return schema.properties;
  const fields = fieldsOf(elementOf(schema.properties[property]?.type), conversion);
  if (!fields) throw new Error(`${schema.name} has no ${property}`);
  return fields;
}

/** The attributes that are no property and of which nothing is said. */
function unmapped(schema: Schema, fields: Fields, path: string, conversion: Conversion): string[] {
  if (typeof schema === 'string') return [];
  return Object.entries(schema).flatMap(([name, inner]) => {
    const where = path === '' ? name : `${path}.${name}`;
    return inner === '=' || isLeftOut(where, conversion) ? [] : misplaced(where, inner, fields, conversion);
  });
}

function misplaced(where: string, inner: Schema, fields: Fields, conversion: Conversion): string[] {
  const target = propertyOf(where, fields, conversion);
  if (target === '') return unmapped(inner, fields, where, conversion);
  const type = target === undefined ? undefined : typeAt(target, fields, conversion);
  if (!type) return [where];
  if (typeof inner === 'string' || conversion.spelling.change?.[where]) return [];
  const element = elementOf(type);
  const deeper = fieldsOf(element, conversion);
  if (deeper) return unmapped(inner, deeper, where, conversion);
  return element && ['json', 'map', 'dyn'].includes(element.kind) ? [] : [`${where} is no object`];
}

function typeAt(path: string, fields: Fields, conversion: Conversion): PropertyType | undefined {
  const [name = '', ...rest] = path.split('.');
  const type = fields[name]?.type;
  if (rest.length === 0) return type;
  return typeAt(rest.join('.'), fieldsOf(type, conversion) ?? {}, conversion);
}

const elementOf = (type: PropertyType | undefined): PropertyType | undefined =>
  type?.kind === 'list' ? type.of : type;

const fieldsOf = (type: PropertyType | undefined, { schema }: Conversion): Fields | undefined =>
  type?.kind === 'object' ? schema.definitions[type.name] : undefined;

/** The paths in a spelling that the provider does not have. */
function stale(schema: Schema, spelling: Conversion['spelling']): string[] {
  const { rename, values, defaults, leftOut, change } = spelling;
  const paths = [rename, values, defaults, leftOut, change].flatMap(table => Object.keys(table ?? {}));
  return paths.filter(path => !has(schema, path.split('.')));
}

function has(schema: Schema | undefined, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return schema !== undefined;
  return typeof schema === 'object' && has(schema[name], rest);
}
