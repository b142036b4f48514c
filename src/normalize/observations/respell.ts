import type { Json, JsonObject } from '../../model/observation.ts';
import type { Origin } from '../../model/source.ts';
import type { Fields, PropertyType, ResourceType } from '../../model/types.ts';
import { known, unknown } from '../../model/value.ts';
import type { Dict, Value } from '../../model/value.ts';
import type { ApiSpelling } from './api-spelling.ts';
import { isObject } from './json.ts';

interface Respelling {
  readonly schema: ResourceType;
  readonly spelling: Pick<ApiSpelling, 'rename' | 'lift' | 'nullIsAbsent' | 'openWithin'>;
  /** Where a member of the root was read. */
  readonly at: (member: string) => Origin;
}

/**
 * An answer in the words of its type: names compared without case (`kmsKeyArn` is `KmsKeyArn`), at every depth, and those
 * that differ by the spelling. What the type does not have is left out; free-form values and the keys of maps stay.
 */
export function respell(data: JsonObject, respelling: Respelling): Dict {
  const { schema } = respelling;
  const entries = new Map<string, Value>();
  for (const { name, path, value } of membersOf(data, '', respelling)) {
    const field = fieldOf(schema.properties, name);
    if (!field) continue;
    const [property, type] = field;
    if (value === null && respelling.spelling.nullIsAbsent)
      entries.set(property, { kind: 'absent', at: respelling.at(name) });
    if (isUnset(value, type, schema)) continue;
    entries.set(property, valueOf(value, type, { ...respelling, at: respelling.at(name), path }));
  }
  return { kind: 'dict', entries, at: respelling.at('') };
}

interface Place extends Omit<Respelling, 'at'> {
  readonly at: Origin;
  readonly path: string;
}

interface Member {
  /** As the type may call it. */
  readonly name: string;
  readonly path: string;
  readonly value: Json;
}

function membersOf(
  data: JsonObject,
  within: string,
  { spelling }: Pick<Respelling, 'spelling'>,
): readonly Member[] {
  return Object.entries(data).flatMap(([member, value]) => {
    const path = within === '' ? member : `${within}.${member}`;
    if (spelling.lift?.includes(path) && isObject(value)) return membersOf(value, path, { spelling });
    return [{ name: spelling.rename?.[path] ?? member, path, value }];
  });
}

/**
 * Some answers have an empty text or object for what nobody set: a key, a prefix, a network without the subnets that it
 * needs, a destination whose bucket has no name.
 */
function isUnset(value: Json, type: PropertyType, { definitions }: ResourceType): boolean {
  if (value === null) return true;
  if (type.kind === 'string') return value === '';
  if (type.kind !== 'object' || !isObject(value) || !Object.values(value).every(isEmpty)) return false;
  return Object.values(definitions[type.name] ?? {}).some(({ required }) => required === true);
}

const isEmpty = (member: Json): boolean =>
  member === null || member === '' || (Array.isArray(member) && member.length === 0);

/** The property that a member is, however it is capitalised. */
function fieldOf(fields: Fields, member: string): readonly [name: string, type: PropertyType] | undefined {
  const name = Object.hasOwn(fields, member) ? member : namesOf(fields).get(member.toLowerCase());
  const field = name === undefined ? undefined : fields[name];
  return name === undefined || !field ? undefined : [name, field.type];
}

const lowerNames = new WeakMap<Fields, ReadonlyMap<string, string>>();

function namesOf(fields: Fields): ReadonlyMap<string, string> {
  const found =
    lowerNames.get(fields) ?? new Map(Object.keys(fields).map(name => [name.toLowerCase(), name]));
  lowerNames.set(fields, found);
  return found;
}

function valueOf(value: Json, type: PropertyType, place: Place): Value {
  const { at } = place;
  if (typeof value !== 'object' || value === null) return known(value, at);
  if (!isObject(value)) {
    const of = type.kind === 'list' ? type.of : freeForm;
    return { kind: 'list', items: value.map(item => valueOf(item, of, place)), at };
  }
  if (type.kind === 'object') return objectOf(value, place.schema.definitions[type.name] ?? {}, place);
  const of = type.kind === 'map' ? type.of : freeForm;
  const entries = Object.entries(value).map(([key, item]): [string, Value] => [
    key,
    valueOf(item, of, place),
  ]);
  return { kind: 'dict', entries: new Map(entries), at };
}

/** What AWS gives as an object where the type wants something else stays as it is. */
const freeForm: PropertyType = { kind: 'json' };

function objectOf(data: JsonObject, fields: Fields, place: Place): Dict {
  const entries = new Map<string, Value>();
  for (const { name, path, value } of membersOf(data, place.path, place)) {
    const field = fieldOf(fields, name);
    if (field && !isUnset(value, field[1], place.schema))
      entries.set(field[0], valueOf(value, field[1], { ...place, path }));
  }
  const { openWithin } = place.spelling;
  const rest =
    openWithin === undefined ? undefined : unknown('out-of-view', [{ what: openWithin }], place.at);
  return { kind: 'dict', entries, ...(rest && { rest }), at: place.at };
}
