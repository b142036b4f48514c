import type { Declaration, Stack } from '../../src/model/declaration.ts';
import type { Fields, PropertyType, ResourceType, TypeRegistry } from '../../src/model/types.ts';
import { absent, always, known, unknown } from '../../src/model/value.ts';
import type {
  Condition,
  Conditional,
  Dict,
  List,
  OneOf,
  Reference,
  Text,
  Unknown,
  Value,
} from '../../src/model/value.ts';

type Data = string | number | boolean | null | readonly Data[] | Value | { readonly [key: string]: Data };

const kinds = new Set([
  'known',
  'text',
  'list',
  'dict',
  'reference',
  'one-of',
  'conditional',
  'absent',
  'unknown',
]);
const isValue = (data: object): data is Value =>
  'kind' in data && typeof data.kind === 'string' && kinds.has(data.kind);

/** Plain data as values; what is a value already stands for itself. */
export function value(data: Data): Value {
  if (typeof data !== 'object' || data === null) return known(data);
  if (isList(data)) return { kind: 'list', items: data.map(value) };
  return isValue(data) ? data : dict(data);
}

const isList = (data: object): data is readonly Data[] => Array.isArray(data);

export function dict(data: { readonly [key: string]: Data }, rest?: Unknown): Dict {
  const entries = new Map(Object.entries(data).map(([key, item]): [string, Value] => [key, value(item)]));
  return { kind: 'dict', entries, ...(rest ? { rest } : {}) };
}

export const openList = (items: readonly Data[], rest: Unknown): List => ({
  kind: 'list',
  items: items.map(value),
  rest,
});

export const lost: Unknown = unknown('unresolved-value', [{ what: 'parameter X has no default' }]);

export const text = (...parts: readonly (string | Value)[]): Text => ({ kind: 'text', parts });

export const reference = (target: string, attribute = 'Ref'): Reference => ({
  kind: 'reference',
  target,
  attribute,
});

export const isProduction: Condition = {
  kind: 'open',
  choice: 'IsProduction',
  because: { what: 'IsProduction' },
};

export const when = (then: Data, otherwise: Data = absent): Conditional => ({
  kind: 'conditional',
  condition: isProduction,
  then: value(then),
  otherwise: value(otherwise),
});

export const oneOf = (...options: readonly Data[]): OneOf => ({
  kind: 'one-of',
  choice: 'a.yaml#Size',
  options: options.map(value),
  because: { what: 'parameter Size has no default' },
});

/** A registry of one type, `AWS::Test::Thing`, and its definitions. */
export function registry(properties: Fields, more: Partial<ResourceType> = {}): TypeRegistry {
  const type: ResourceType = {
    name: 'AWS::Test::Thing',
    properties,
    definitions: {},
    attributes: [],
    names: [],
    ...more,
  };
  return { names: [type.name], get: name => (name === type.name ? type : undefined) };
}

export const field = (
  type:
    | PropertyType
    | (PropertyType['kind'] & ('string' | 'int' | 'double' | 'bool' | 'json' | 'policy' | 'dyn')),
) => ({
  type: typeof type === 'string' ? { kind: type } : type,
});

const file = { path: 'a.yaml', text: 'Resources:\n  Thing: {}\n' };
export const at = { kind: 'span', file, start: 13, end: 22 } as const;

export const declaration = (properties: Value, more: Partial<Declaration> = {}): Declaration => ({
  format: 'cloudformation',
  key: 'a.yaml#Thing',
  type: 'AWS::Test::Thing',
  name: 'Thing',
  properties,
  exists: always,
  at,
  ...more,
});

export const stack = (declarations: readonly Declaration[], more: Partial<Stack> = {}): Stack => ({
  key: 'a.yaml',
  name: 'a',
  account: lost,
  region: lost,
  partition: lost,
  declarations,
  openings: [],
  at,
  ...more,
});
