import type { Fields, PropertyType, ResourceType } from '../../model/types.ts';
import { absent, known, unknown } from '../../model/value.ts';
import type { Dict, List, Scalar, Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';
import { dictOf } from '../dict-of.ts';
import type { Spelling } from '../kinds/kind.ts';
import { mapEntries } from '../map-entries.ts';
import { mapItems } from './map-items.ts';
import { overlaid } from './merge.ts';
import { meantArgument, perhapsMeant } from './misspelt-argument.ts';
import { fieldNamed } from './names.ts';
import { tagList } from './tag-list.ts';

/** What the attributes of a Terraform resource are turned into properties with. */
export interface Conversion {
  readonly spelling: Spelling;
  /** Undefined for a type that the registry does not have: names stay as they are. */
  readonly schema: ResourceType;
}

/** Attributes that every resource of the provider may have, and that are no properties. */
const everywhere: Readonly<Record<string, string>> = {
  id: 'made by the provider',
  region: 'where the resource is deployed',
  tags_all: 'the tags with those of the provider',
  timeouts: 'how long Terraform waits',
};

/** The attributes of a resource as properties of its type; those of a part as properties of the whole. */
export function convertAttributes(attributes: Dict, conversion: Conversion): Dict {
  const { spelling, schema } = conversion;
  const { reshape, part } = spelling;
  const shaped = reshape ? reshape(attributes) : attributes;
  if (part?.within === undefined) return convertBlock(shaped, schema.properties, '', conversion);
  const property = part.within.replace('[]', '');
  const type = schema.properties[property]?.type;
  const fields = objectFields(type?.kind === 'list' ? type.of : type, conversion) ?? {};
  const inner = convertBlock(shaped, fields, '', conversion);
  const value: Value = type?.kind === 'list' ? { kind: 'list', items: [inner], ...placeOf(inner) } : inner;
  return { kind: 'dict', entries: new Map([[property, value]]), ...placeOf(inner) };
}

const placeOf = ({ at }: Value): Pick<Value, 'at'> => (at ? { at } : {});

function convertBlock(block: Dict, fields: Fields, path: string, conversion: Conversion): Dict {
  const entries = new Map<string, Value>();
  const strange: Slip[] = [];
  let { rest } = block;
  for (const [name, value] of withDefaults(block, path, conversion.spelling)) {
    const where = path === '' ? name : `${path}.${name}`;
    if (isLeftOut(where, conversion)) continue;
    const target = propertyOf(where, fields, conversion);
    if (target === undefined) strange.push({ where, value });
    const read = readAs(target ?? name, value, where, { fields, conversion });
    add(entries, read);
    rest ??= read.rest;
  }
  for (const slip of strange) addMeant(entries, slip, block, { fields, conversion });
  return { ...block, entries, ...(rest ? { rest } : {}) };
}

function add(entries: Map<string, Value>, read: Dict): void {
  for (const [property, part] of read.entries) {
    const before = entries.get(property);
    entries.set(property, before ? overlaid(before, part) : part);
  }
}

/** An argument that is no property, and may be a misspelt one. */
interface Slip {
  readonly where: string;
  readonly value: Value;
}

function addMeant(entries: Map<string, Value>, { where, value }: Slip, block: Dict, around: Around): void {
  const { fields, conversion } = around;
  const meant = meantArgument(where, { block, fields, spelling: conversion.spelling });
  if (meant === undefined || isLeftOut(meant, conversion)) return;
  const target = propertyOf(meant, fields, conversion);
  if (target === undefined) return;
  for (const [property, part] of readAs(target, value, meant, around).entries) {
    const before = entries.get(property) ?? absent;
    entries.set(property, perhapsMeant(before, overlaid(before, part), { name: where, meant, property }));
  }
}

interface Around {
  readonly fields: Fields;
  readonly conversion: Conversion;
}

const readAs = (target: string, value: Value, where: string, around: Around): Dict =>
  placed(worded(value, where, around.conversion.spelling), { target, where, ...around });

/** The attributes that are written, and those that the provider fills in. */
function withDefaults(block: Dict, path: string, { defaults }: Spelling): ReadonlyMap<string, Value> {
  if (!defaults || block.rest) return block.entries;
  const entries = new Map(block.entries);
  for (const [where, value] of Object.entries(defaults)) {
    const name = where.slice(where.lastIndexOf('.') + 1);
    const isHere = where === (path === '' ? name : `${path}.${name}`);
    if (isHere) entries.set(name, withDefault(entries.get(name) ?? absent, filledIn(value, block)));
  }
  return entries;
}

/** What is left out in some cases is filled in in those. */
function withDefault(value: Value, filled: Value): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of')
    return mapChoice(value, part => withDefault(part, filled));
  return value.kind === 'absent' ? filled : value;
}

function filledIn(value: Scalar | readonly never[], { at }: Dict): Value {
  const place = at ? { at } : {};
  if (typeof value === 'object' && value !== null) return { kind: 'list', items: [], ...place };
  return { ...known(value, at), via: [{ what: 'default of the provider', ...place }] };
}

/** The path of the property that an attribute is; undefined when there is none. */
export function propertyOf(
  where: string,
  fields: Fields,
  { spelling, schema }: Conversion,
): string | undefined {
  const renamed = spelling.rename?.[where];
  if (renamed !== undefined) return renamed;
  if (where === 'tags' && schema.tags && !spelling.part) return schema.tags.property;
  return fieldNamed(where.slice(where.lastIndexOf('.') + 1), fields);
}

export function isLeftOut(where: string, { spelling, schema }: Conversion): boolean {
  const elsewhere = { ...spelling.leftOut, ...spelling.apart };
  if (Object.hasOwn(elsewhere, where)) return true;
  if (where === spelling.part?.of || (where === 'tags' && (spelling.part || !schema.tags))) return true;
  return Object.hasOwn(everywhere, where) && spelling.rename?.[where] === undefined;
}

/** A value in the words of the model. */
function worded(value: Value, where: string, { change, values }: Spelling): Value {
  const changed = change?.[where]?.(value) ?? value;
  const words = values?.[where];
  return words ? inWords(changed, words) : changed;
}

function inWords(value: Value, words: Readonly<Record<string, Scalar>>): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of')
    return mapChoice(value, part => inWords(part, words));
  if (value.kind === 'list') return { ...value, items: value.items.map(item => inWords(item, words)) };
  if (value.kind !== 'known') return value;
  const word = words[String(value.value)];
  if (word === undefined) return value;
  return word === null ? noValue(value) : { ...value, value: word };
}

interface Place extends Around {
  /** A path of properties from the object that the attribute is in. */
  readonly target: string;
  readonly where: string;
}

/** The object with nothing but the value at its place. */
function placed(value: Value, place: Place): Dict {
  const { target, fields, where, conversion } = place;
  if (target === '') return dictOf(eachBlock(value, block => convertBlock(block, fields, where, conversion)));
  const [name = ''] = target.split('.', 1);
  return { kind: 'dict', entries: new Map([[name, innerOf(value, name, place)]]), ...placeOf(value) };
}

function innerOf(value: Value, name: string, { target, fields, where, conversion }: Place): Value {
  const type = fields[name]?.type;
  if (target !== name) {
    const inner = objectFields(type, conversion) ?? {};
    const rest = target.slice(name.length + 1);
    return wrapped(value, part => placed(part, { target: rest, fields: inner, where, conversion }));
  }
  const { tags } = conversion.schema;
  const isTags = tags?.shape === 'list' && tags.property === target && !where.includes('.');
  return convertValue(isTags ? tagList(value) : value, type, where, conversion);
}

/** The object around a value, where there is a value. */
function wrapped(value: Value, wrap: (value: Value) => Dict): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of')
    return mapChoice(value, part => wrapped(part, wrap));
  if (isEmpty(value)) return noValue(value);
  return value.kind === 'unknown' && !value.set ? value : wrap(value);
}

function convertValue(
  value: Value,
  type: PropertyType | undefined,
  where: string,
  conversion: Conversion,
): Value {
  if (value.kind === 'conditional' || value.kind === 'one-of')
    return mapChoice(value, part => convertValue(part, type, where, conversion));
  if (isEmpty(value) && !isFilledIn(where, conversion.spelling)) return noValue(value);
  switch (type?.kind) {
    case 'object':
      return eachBlock(value, block =>
        convertBlock(block, objectFields(type, conversion) ?? {}, where, conversion),
      );
    case 'list':
      return convertItems(asList(value, conversion.spelling), type.of, where, conversion);
    case 'map':
      return value.kind === 'dict'
        ? mapEntries(value, item => convertValue(item, type.of, where, conversion))
        : value;
    default:
      return value;
  }
}

/** `[]`, `""` and `null` are how Terraform leaves out. */
const isEmpty = (value: Value): boolean =>
  value.kind === 'absent' ||
  (value.kind === 'list' && value.items.length === 0 && !value.rest) ||
  (value.kind === 'known' && (value.value === null || value.value === ''));

const isFilledIn = (where: string, { defaults }: Spelling): boolean => typeof defaults?.[where] === 'object';

const noValue = ({ at }: Value): Value => (at ? { ...absent, at } : absent);

/** What the provider has one of, a part of it in each resource; of a part that is not known there may be some. */
function asList(value: Value, { part }: Spelling): Value {
  if (value.kind === 'list' || value.kind === 'absent') return value;
  if (value.kind !== 'unknown') return { kind: 'list', items: [value], ...placeOf(value) };
  return part ? { kind: 'list', items: [], rest: value, ...placeOf(value) } : value;
}

const convertItems = (value: Value, type: PropertyType, where: string, conversion: Conversion): Value =>
  mapItems(value, item => convertItem(item, type, where, conversion));

/** An empty item of a list is one of its items, and is not left out; `null` among texts no provider takes. */
function convertItem(item: Value, type: PropertyType, where: string, conversion: Conversion): Value {
  if (item.kind === 'conditional' || item.kind === 'one-of')
    return mapChoice(item, part => convertItem(part, type, where, conversion));
  if (!isEmpty(item)) return convertValue(item, type, where, conversion);
  if (type.kind === 'object' || (item.kind !== 'absent' && !isNull(item))) return item;
  return unknown('unresolved-value', [{ what: 'null, which a list may not hold' }], item.at);
}

const isNull = (value: Value): boolean => value.kind === 'known' && value.value === null;

const objectFields = (type: PropertyType | undefined, { schema }: Conversion): Fields | undefined =>
  type?.kind === 'object' ? schema.definitions[type.name] : undefined;

/** A block that is there at most once, and that the provider has as a list. */
function eachBlock(value: Value, convert: (block: Dict) => Dict): Value {
  switch (value.kind) {
    case 'conditional':
    case 'one-of':
      return mapChoice(value, part => eachBlock(part, convert));
    case 'dict':
      return convert(value);
    case 'list':
      return eachBlock(only(value), convert);
    default:
      return value;
  }
}

/** The one block of a list; of several under conditions the one that is there. */
function only({ items, rest, at }: List): Value {
  const [first, ...others] = items.filter(({ kind }) => kind !== 'absent');
  const place = at ? { at } : {};
  if (!first) return rest ? unknown(rest.cause, rest.chain, at) : noValue({ kind: 'absent', ...place });
  const behind: List = { kind: 'list', items: others, ...(rest && { rest }), ...place };
  if (first.kind === 'conditional' && first.otherwise.kind === 'absent')
    return others.length > 0 || rest ? { ...first, otherwise: only(behind) } : first;
  if (others.length === 0) return first;
  return unknown('unresolved-value', [{ what: 'more than one block where one belongs' }], at);
}
