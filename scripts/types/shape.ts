import type { PropertyType, Resource, SpecDatabase, TypeDefinition } from '@aws-cdk/service-spec-types';

import { jsonStrings, names, notPolicies, policyProperties, standsFor, tags } from './overlay.ts';

/**
 * One property in the notation of `types/*.json`: `string`, `list<Variant>`, `map<json>`, `!` at the end when
 * required; as an object when a default or the allowed values are known.
 */
export type CompactField =
  | string
  | { readonly type: string; readonly default?: unknown; readonly values?: readonly string[] };

export type CompactFields = Readonly<Record<string, CompactField>>;

/** `ResourceType` of src/model/types.ts without its name, properties in the short notation. */
export interface CompactType {
  readonly properties: CompactFields;
  readonly definitions?: Readonly<Record<string, CompactFields>>;
  readonly attributes?: readonly string[];
  readonly names?: readonly string[];
  readonly tags?: { readonly property: string; readonly shape: 'list' | 'map' };
  readonly arn?: string;
  readonly standsFor?: string;
  readonly source?: string;
}

type Properties = Resource['properties'];
type Property = Properties[string];

/** The registry's resource in our notation, sorted. */
export function shapeOf(db: SpecDatabase, resource: Resource): CompactType {
  const name = resource.cloudFormationType;
  const used = db.follow('usesType', resource).map(({ entity }): TypeDefinition => entity);
  const definitions = Object.fromEntries(
    sorted(used, ({ name: definition }) => definition).map(definition => [
      definition.name,
      fieldsOf(db, definition.properties, `${name}#${definition.name}`),
    ]),
  );
  const properties = fieldsOf(db, resource.properties, name);
  if (usesBuiltinTag(resource, used)) definitions['Tag'] ??= { Key: 'string!', Value: 'string!' };
  const ownNames = names[name] ?? namesOf(resource);
  const tagProperty = tags[name] ?? tagsOf(resource);
  return {
    properties,
    ...(Object.keys(definitions).length > 0 ? { definitions } : {}),
    attributes: Object.keys(resource.attributes).toSorted(),
    ...(ownNames.length > 0 ? { names: ownNames } : {}),
    ...(tagProperty ? { tags: tagProperty } : {}),
    ...(resource.arnTemplate === undefined ? {} : { arn: resource.arnTemplate }),
    ...(standsFor[name] === undefined ? {} : { standsFor: standsFor[name] }),
  };
}

function fieldsOf(db: SpecDatabase, properties: Properties, where: string): CompactFields {
  const entries = sorted(Object.entries(properties), ([name]) => name);
  return Object.fromEntries(
    entries.map(([name, property]) => [name, fieldOf(db, property, { name, where })]),
  );
}

interface Place {
  readonly name: string;
  /** `AWS::S3::Bucket`, or `AWS::S3::Bucket#LoggingConfiguration`. */
  readonly where: string;
}

function fieldOf(db: SpecDatabase, property: Property, place: Place): CompactField {
  const type = `${overlaid(place) ?? typeOf(db, property.type)}${property.required === true ? '!' : ''}`;
  const values = property.type.type === 'string' ? property.type.allowedValues : undefined;
  if (property.defaultValue === undefined && values === undefined) return type;
  return {
    type,
    ...(property.defaultValue === undefined ? {} : { default: defaultOf(property.defaultValue) }),
    ...(values === undefined ? {} : { values }),
  };
}

/** The registry's default is a JSON text. */
function defaultOf(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (typeof value === 'object' && value !== null) throw new Error(`A default that is not a scalar: ${text}`);
  return value;
}

function overlaid({ name, where }: Place): 'policy' | 'json' | undefined {
  const path = `${where}.${name}`;
  if (jsonStrings.includes(path)) return 'json';
  if (notPolicies.includes(path)) return undefined;
  const holders = Object.hasOwn(policyProperties, name) ? policyProperties[name] : undefined;
  return holders === 'all' || holders?.includes(where) ? 'policy' : undefined;
}

const scalars = new Map<PropertyType['type'], string>([
  ['string', 'string'],
  ['date-time', 'string'],
  ['integer', 'int'],
  ['number', 'double'],
  ['boolean', 'bool'],
  ['json', 'json'],
  ['tag', 'Tag'],
]);

function typeOf(db: SpecDatabase, type: PropertyType): string {
  if (type.type === 'array') return `list<${typeOf(db, type.element)}>`;
  if (type.type === 'map') return `map<${typeOf(db, type.element)}>`;
  if (type.type === 'ref') return db.get('typeDefinition', type.reference).name;
  if (type.type === 'union') return unionOf(db, type.types);
  return scalars.get(type.type) ?? 'dyn';
}

/** Of alternatives the one that the others are spellings of; `dyn` when there is none. */
function unionOf(db: SpecDatabase, types: readonly PropertyType[]): string {
  const kinds = [...new Set(types.map(type => typeOf(db, type)))].toSorted();
  const spellings = new Map([
    ['json,string', 'json'],
    ['int,string', 'int'],
    ['double,string', 'double'],
    ['bool,string', 'bool'],
  ]);
  const list = kinds.find(kind => kind.startsWith('list<'));
  if (kinds.length === 2 && kinds.includes('json') && list !== undefined) return list;
  return kinds.length === 1 ? (kinds[0] ?? 'dyn') : (spellings.get(kinds.join()) ?? 'dyn');
}

function usesBuiltinTag(resource: Resource, definitions: readonly TypeDefinition[]): boolean {
  const holds = (type: PropertyType): boolean =>
    type.type === 'tag' || ((type.type === 'array' || type.type === 'map') && holds(type.element));
  return [resource, ...definitions].some(({ properties }) =>
    Object.values(properties).some(property => holds(property.type)),
  );
}

/**
 * The names that a user gives. What points at another resource (`GuardrailIdentifier` of GuardrailVersion) is not
 * among them.
 */
function namesOf(resource: Resource): readonly string[] {
  const [identifier, ...more] = resource.primaryIdentifier ?? [];
  return Object.entries(resource.properties)
    .filter(([name, { type, relationshipRefs }]) => {
      if (type.type !== 'string') return false;
      const isIdentifier = more.length === 0 && identifier === name && relationshipRefs === undefined;
      return isOwnName(name, resource.name.toLowerCase()) || (isIdentifier && name.endsWith('Name'));
    })
    .map(([name]) => name)
    .toSorted();
}

/** `Name`, `<Type>Name`, `<Type>Identifier`, `<Type>Id`; a name may also say more than the type (`AgentRuntimeName`). */
function isOwnName(name: string, kind: string): boolean {
  if (name === 'Name') return true;
  const [, stem, suffix] = /^(.+?)(Name|Identifier|Id)$/.exec(name) ?? [];
  if (stem === undefined) return false;
  const word = stem.toLowerCase();
  return kind.endsWith(word) || (suffix === 'Name' && word.endsWith(kind));
}

function tagsOf({ tagInformation }: Resource): CompactType['tags'] {
  if (!tagInformation) return undefined;
  return {
    property: tagInformation.tagPropertyName,
    shape: tagInformation.variant === 'map' ? 'map' : 'list',
  };
}

function sorted<T>(items: Iterable<T>, keyOf: (item: T) => string): T[] {
  return [...items].toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
