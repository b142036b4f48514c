import type { Fields, PropertyType, ResourceType } from '../model/types.ts';
import type { Dict, Known, List, Text, Value } from '../model/value.ts';
import { mapChanged, mapChoice } from './choices.ts';
import { readJson } from './json-text.ts';
import type { Reader } from './json-text.ts';
import { mapEntries } from './map-entries.ts';
import { isMade, withMeant } from './misspelt.ts';
import { readPolicy } from './policy-shape.ts';

/** What a resource is read with. */
export interface Reading extends Reader {
  readonly schema: ResourceType;
  /** Whether somebody wrote it, and may have misspelt a name. */
  readonly isWritten?: true;
}

/**
 * The entries of a dict in the kinds of their fields, as CloudFormation reads them: `"true"` is a bool where the
 * schema says so, `3600` a string. What is not in the schema stays as it is, and so does what does not fit.
 * Unchanged parts are not copied.
 */
export function coerceFields(dict: Dict, fields: Fields, reading: Reading): Dict {
  let strange: string[] | undefined;
  const coerceField = (value: Value, name: string): Value => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field) {
      const read = coerce(value, field.type, reading);
      return field.required ? read : withoutEmpty(read, field.type);
    }
    (strange ??= []).push(name);
    return value;
  };
  const read = mapEntries(dict, coerceField);
  const { isWritten, schema } = reading;
  return strange && isWritten && !isMade(schema)
    ? withMeant(read, { strange, fields, name: reading.name, read: coerceField })
    : read;
}

/** An optional text that is empty names nothing: it is what a parameter with an empty default leaves behind. */
function withoutEmpty(value: Value, type: PropertyType): Value {
  if (!isScalar(type)) return value;
  if (value.kind === 'known' && value.value === '')
    return value.at ? { kind: 'absent', at: value.at } : { kind: 'absent' };
  if (value.kind === 'text') return ofHolesAlone(value) ?? value;
  return value.kind === 'one-of' || value.kind === 'conditional'
    ? mapChoice(value, part => withoutEmpty(part, type))
    : value;
}

/** A text of nothing but parts that may be empty may be empty itself. */
function ofHolesAlone({ parts, at }: Text): Value | undefined {
  const [first, ...others] = parts.filter(
    part => typeof part !== 'string' && part.kind === 'unknown' && !part.set,
  );
  return typeof first === 'object' && others.length + 1 === parts.length
    ? {
        kind: 'unknown',
        cause: 'unresolved-value',
        chain: [{ what: 'a text that may be empty' }],
        ...(at && { at }),
      }
    : undefined;
}

const isScalar = ({ kind }: PropertyType): boolean =>
  kind === 'string' || kind === 'int' || kind === 'double' || kind === 'bool';

function coerce(value: Value, type: PropertyType, reading: Reading): Value {
  switch (value.kind) {
    case 'known':
      return coerceKnown(value, type, reading);
    case 'text':
      return isJson(type) ? readJson(value, type.kind, reading) : value;
    case 'list':
      return coerceList(value, type, reading);
    case 'dict':
      return coerceDict(value, type, reading);
    case 'one-of':
    case 'conditional':
      return mapChoice(value, part => coerce(part, type, reading));
    default:
      return value;
  }
}

function coerceKnown(known: Known, type: PropertyType, reading: Reading): Value {
  const { value } = known;
  if (isJson(type)) return coerceJson(known, type.kind, reading);
  // A property that is null is one that is not there.
  if (value === null) return known.at ? { kind: 'absent', at: known.at } : { kind: 'absent' };
  const read = scalarOf(value, type.kind);
  return read === value ? known : { ...known, value: read };
}

function coerceJson(known: Known, kind: 'json' | 'policy', reading: Reading): Value {
  const read = typeof known.value === 'string' ? readJson(known, kind, reading) : known;
  const isRead = read.kind === 'known' || read.kind === 'list' || read.kind === 'dict';
  return kind === 'policy' && isRead ? readPolicy(read, reading) : read;
}

const isJson = (type: PropertyType): type is { readonly kind: 'json' | 'policy' } =>
  type.kind === 'json' || type.kind === 'policy';

function scalarOf(value: string | number | boolean, kind: PropertyType['kind']): string | number | boolean {
  if (kind === 'string') return String(value);
  if (typeof value !== 'string') return value;
  if (kind === 'bool') return /^(?:true|false)$/i.test(value) ? value.toLowerCase() === 'true' : value;
  return kind === 'int' || kind === 'double' ? numberOf(value) : value;
}

/** A number that is written as a string, unless it is longer than a number can tell. */
function numberOf(written: string): number | string {
  const value = Number(written);
  const exact = /^[+-]?\d+(?:\.\d+)?$/.test(written) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return exact ? value : written;
}

function coerceList(list: List, type: PropertyType, reading: Reading): Value {
  if (type.kind === 'policy') return readPolicy(list, reading);
  if (type.kind !== 'list') return list;
  const items = mapChanged(list.items, item => coerce(item, type.of, reading));
  return items === list.items ? list : { ...list, items };
}

function coerceDict(dict: Dict, type: PropertyType, reading: Reading): Value {
  if (type.kind === 'policy') return readPolicy(dict, reading);
  if (type.kind === 'map') return mapEntries(dict, value => coerce(value, type.of, reading));
  const fields = type.kind === 'object' ? reading.schema.definitions[type.name] : undefined;
  return fields ? coerceFields(dict, fields, reading) : dict;
}
