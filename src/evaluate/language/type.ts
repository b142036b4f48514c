/** The static type of an expression. `dyn` is compatible with everything. */
export type Type =
  | { readonly kind: 'dyn' | 'bool' | 'int' | 'double' | 'null' }
  | { readonly kind: 'string'; readonly values?: readonly string[] }
  | { readonly kind: 'list' | 'map' | 'optional'; readonly of: Type }
  | ObjectType;

/** Something with named fields. Fields are asked for by name, because definitions may contain themselves. */
export interface ObjectType {
  readonly kind: 'object';
  /** As a person would call it: `AWS::Bedrock::Agent`, `Statement`. */
  readonly name: string;
  readonly field: (name: string) => FieldType | undefined;
  readonly fieldNames: () => readonly string[];
  /** The resource types it may be, when it is a resource. */
  readonly resource?: readonly string[];
  /** What to say of a name that is no field: `Arn` is an attribute. */
  readonly hint?: (name: string) => string | undefined;
}

export interface FieldType {
  readonly type: Type;
  readonly optional: boolean;
}

export const dyn: Type = { kind: 'dyn' };
export const bool: Type = { kind: 'bool' };
export const int: Type = { kind: 'int' };
export const double: Type = { kind: 'double' };
export const text: Type = { kind: 'string' };
export const nothing: Type = { kind: 'null' };
export const listOf = (of: Type): Type => ({ kind: 'list', of });
export const mapOf = (of: Type): Type => ({ kind: 'map', of });
export const optionalOf = (of: Type): Type => (of.kind === 'optional' ? of : { kind: 'optional', of });

/** An object type of these fields; a name with `?` at its end is optional. */
export function objectOf(name: string, fields: Readonly<Record<string, Type>>): ObjectType {
  const byName = new Map(
    Object.entries(fields).map(([key, type]): [string, FieldType] => {
      const optional = key.endsWith('?');
      return [optional ? key.slice(0, -1) : key, { type, optional }];
    }),
  );
  return { kind: 'object', name, field: key => byName.get(key), fieldNames: () => [...byName.keys()] };
}

/** The type in the words of rule files. */
export function showType(type: Type): string {
  switch (type.kind) {
    case 'list':
      return `list<${showType(type.of)}>`;
    case 'map':
      return `map<string, ${showType(type.of)}>`;
    case 'optional':
      return `optional<${showType(type.of)}>`;
    case 'object':
      return type.name;
    default:
      return type.kind;
  }
}

/** True when a value can be of both types: whether a comparison can ever be true, an argument ever fit. */
export function overlaps(left: Type, right: Type): boolean {
  if (left.kind === 'dyn' || right.kind === 'dyn') return true;
  if (left.kind === 'object' || right.kind === 'object') return objectsOverlap(left, right);
  if (left.kind === 'string' && right.kind === 'string') return sharesValue(left.values, right.values);
  if (isNumber(left)) return isNumber(right);
  return left.kind === right.kind && partsOverlap(left, right);
}

function partsOverlap(left: Type, right: Type): boolean {
  return !('of' in left) || !('of' in right) || overlaps(left.of, right.of);
}

const isNumber = (type: Type): boolean => type.kind === 'int' || type.kind === 'double';

function sharesValue(left: readonly string[] | undefined, right: readonly string[] | undefined): boolean {
  if (!left || !right) return true;
  return left.some(value => right.includes(value));
}

function objectsOverlap(left: Type, right: Type): boolean {
  if (left.kind === 'map' || right.kind === 'map') return true;
  if (left.kind !== 'object' || right.kind !== 'object') return false;
  if (!left.resource || !right.resource) return left.name === right.name;
  return left.resource.some(name => right.resource?.includes(name));
}

/** The type of a value that is of one of two types. */
export function union(left: Type, right: Type): Type {
  if (left.kind === 'null') return right;
  if (right.kind === 'null') return left;
  if (left.kind === 'string' && right.kind === 'string') return unionOfStrings(left.values, right.values);
  if (left.kind !== right.kind) return isNumber(left) && isNumber(right) ? double : dyn;
  return unionOfSameKind(left, right);
}

function unionOfSameKind(left: Type, right: Type): Type {
  if (left.kind === 'object' && right.kind === 'object') return left.name === right.name ? left : dyn;
  return 'of' in left && 'of' in right ? { kind: left.kind, of: union(left.of, right.of) } : left;
}

function unionOfStrings(left: readonly string[] | undefined, right: readonly string[] | undefined): Type {
  return left && right ? { kind: 'string', values: [...new Set([...left, ...right])] } : text;
}
