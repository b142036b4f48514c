import type { Field, Fields, PropertyType, ResourceType, TypeRegistry } from '../../model/types.ts';
import { resourceFields } from './compile-select.ts';
import { policyType } from './policy-types.ts';
import { bool, double, dyn, int, listOf, mapOf, text, union } from './type.ts';
import type { FieldType, ObjectType, Type } from './type.ts';

/** The type of a resource that has one of these types: a property that some of them lack is optional. */
export function resourceType(names: readonly string[], registry: TypeRegistry): ObjectType {
  const types = names.flatMap(name => registry.get(name) ?? []);
  const known = names.length === types.length;
  const properties = objectType(
    names.join(' or '),
    types.map(type => ({ owner: type, fields: type.properties })),
  );
  const anything: FieldType = { type: dyn, optional: true };
  return {
    ...properties,
    field: name => metaType(name) ?? (known ? properties.field(name) : anything),
    fieldNames: () => [...resourceFields.keys(), ...properties.fieldNames()],
    resource: names,
    hint: name => attributeHint(name, types),
  };
}

function metaType(name: string): FieldType | undefined {
  if (!resourceFields.has(name)) return undefined;
  return { type: name === 'tags' ? mapOf(text) : text, optional: false };
}

function attributeHint(name: string, types: readonly ResourceType[]): string | undefined {
  if (!types.some(type => type.attributes.includes(name))) return undefined;
  return `${name} is an attribute, which AWS sets; only properties are compared`;
}

/** A definition, with the resource type whose definitions its fields speak of. */
interface Member {
  readonly owner: ResourceType;
  readonly fields: Fields;
}

function objectType(name: string, members: readonly Member[]): ObjectType {
  const fieldNames = [...new Set(members.flatMap(({ fields }) => Object.keys(fields)))];
  return { kind: 'object', name, field: field => fieldType(field, members), fieldNames: () => fieldNames };
}

function fieldType(name: string, members: readonly Member[]): FieldType | undefined {
  const holders = members.flatMap(({ owner, fields }) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field ? [{ owner, field }] : [];
  });
  const [first, ...others] = holders;
  if (!first) return undefined;
  const type = others.reduce(
    (so, { owner, field }) => unionOf(so, typeOfField(field, owner)),
    typeOfField(first.field, first.owner),
  );
  const optional = holders.length < members.length || holders.some(({ field }) => field.required !== true);
  return { type, optional };
}

/** Objects of the same name in two resource types may differ, so what both say is kept. */
function unionOf(left: Type, right: Type): Type {
  return left.kind === 'object' && right.kind === 'object' && left.name !== right.name
    ? dyn
    : union(left, right);
}

function typeOfField({ type, values }: Field, owner: ResourceType): Type {
  return type.kind === 'string' && values ? { kind: 'string', values } : typeOf(type, owner);
}

const plainTypes = { string: text, int, double, bool, json: dyn, dyn, policy: policyType } as const;

function typeOf(type: PropertyType, owner: ResourceType): Type {
  switch (type.kind) {
    case 'list':
      return listOf(typeOf(type.of, owner));
    case 'map':
      return mapOf(typeOf(type.of, owner));
    case 'object':
      return definitionType(type.name, owner);
    default:
      return plainTypes[type.kind];
  }
}

function definitionType(name: string, owner: ResourceType): Type {
  const fields = Object.hasOwn(owner.definitions, name) ? owner.definitions[name] : undefined;
  return fields ? objectType(`${owner.name} ${name}`, [{ owner, fields }]) : dyn;
}

/** Whether a dotted path leads anywhere from a type; lists on the way are looked through. The first name that does not. */
export function missingStep(
  type: Type,
  path: readonly string[],
): { readonly at: ObjectType; readonly name: string } | undefined {
  let current = type;
  for (const name of path) {
    while (current.kind === 'list' || current.kind === 'optional') current = current.of;
    if (current.kind === 'map') {
      current = current.of;
      continue;
    }
    if (current.kind !== 'object') return undefined;
    const field = current.field(name);
    if (!field) return { at: current, name };
    current = field.type;
  }
  return undefined;
}
