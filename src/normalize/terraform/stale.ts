import type { Declaration } from '../../model/declaration.ts';
import { absent, entry } from '../../model/value.ts';
import type { Condition, Dict, List, Value } from '../../model/value.ts';
import { convertAttributes, propertyOf } from './convert.ts';
import { setters, type Setter } from './setters.ts';
import type { Translated } from './translated.ts';
import type { Wholes } from './wholes.ts';

type Found = ReadonlyMap<string, Translated>;

/**
 * The resources of plans without what they show of others. A bucket that is deployed has its versioning as an attribute,
 * although a resource of its own sets it; when the plan changes or deletes that one, the bucket still shows what was.
 */
export function withoutStale(
  found: Found,
  removed: Found,
  wholes: ReadonlyMap<string, Wholes>,
): ReadonlyMap<string, Translated> {
  const changed = new Map(found);
  for (const [key, all] of setters(found, removed, wholes)) {
    const whole = found.get(key);
    if (!whole) continue;
    changed.set(key, withoutShown(whole, all));
    for (const { by } of contested(all)) changed.set(by.declaration.key, lastOne(by));
  }
  return changed;
}

function withoutShown(whole: Translated, all: readonly Setter[]): Translated {
  const { attributes, spelling, schema } = whole;
  const entries = new Map(attributes.entries);
  for (const stale of staleIn(whole, all)) {
    const value = entries.get(stale.attribute);
    const now = value && (stale.isList ? withoutItems(value, stale) : withoutValue(value, stale));
    if (now) entries.set(stale.attribute, now);
    else entries.delete(stale.attribute);
  }
  const now: Dict = { ...attributes, entries };
  return { ...whole, attributes: now, properties: convertAttributes(now, { spelling, schema }) };
}

function staleIn({ declaration, spelling, schema }: Translated, all: readonly Setter[]): readonly Stale[] {
  return [...(declaration.readBack ?? [])].flatMap(([attribute, shown]) => {
    const path = propertyOf(attribute, schema.properties, { spelling, schema }) ?? attribute;
    const [property = ''] = path.split('.', 1);
    const by = all.filter(({ sets }) => sets.has(property) || sets.has(attribute));
    if (by.length === 0) return [];
    const isCertain = shown === 'not-written' && by.some(setter => setter.isCertain);
    const isList = schema.properties[property]?.type.kind === 'list';
    return [{ attribute, declaration, by, isCertain, isList }];
  });
}

interface Stale {
  readonly attribute: string;
  readonly declaration: Declaration;
  readonly by: readonly Setter[];
  /** Whether nothing else than these can have set it. */
  readonly isCertain: boolean;
  readonly isList: boolean;
}

/** What has a resource of its own cannot be written as a block as well. */
const withoutValue = (value: Value, stale: Stale): Value | undefined =>
  stale.isCertain || stale.by.some(({ isPart, isRemoved, isCertain }) => isPart && !isRemoved && isCertain)
    ? undefined
    : perhaps(value, stale);

/** Of a list, the items that another resource made: those that are told by a name of it, else any. */
function withoutItems(value: Value, stale: Stale): Value {
  if (value.kind !== 'list') return value;
  const items = value.items.flatMap((item): readonly Value[] => {
    const name = nameOf(item);
    if (name === undefined) return [perhaps(item, stale)];
    if (!stale.by.some(setter => saysName(setter, name))) return [item];
    return stale.isCertain ? [] : [perhaps(item, stale)];
  });
  return { ...value, items } satisfies List;
}

function nameOf(item: Value): string | undefined {
  const name = item.kind === 'dict' ? entry(item, 'name') : item;
  return name.kind === 'known' && typeof name.value === 'string' ? name.value : undefined;
}

const saysName = ({ by: { attributes } }: Setter, name: string): boolean =>
  [...attributes.entries.values()].some(value => value.kind === 'known' && value.value === name);

function perhaps(then: Value, { attribute, declaration: { key, name, at }, by }: Stale): Value {
  const others = by.map(one => one.by.declaration.name).join(', ');
  const what = `${name}.${attribute} is what was deployed when the plan was made, and ${others} may change it`;
  const condition: Condition = { kind: 'open', choice: `${key}.${attribute} stays`, because: { what, at } };
  return { kind: 'conditional', condition, then, otherwise: absent, ...(then.at && { at: then.at }) };
}

/** What sets the same as something that the plan deletes: nobody knows which of the two comes last. */
const contested = (all: readonly Setter[]): readonly Setter[] =>
  all.filter(
    ({ by, isRemoved, isPart }) =>
      isPart &&
      !isRemoved &&
      all.some(other => other.isRemoved && other.by.declaration.type === by.declaration.type),
  );

function lastOne(part: Translated): Translated {
  const { declaration, properties, schema } = part;
  const { key, name, at } = declaration;
  const what = `the plan also deletes what sets the same as ${name}, and nothing says that it does so first`;
  const condition: Condition = { kind: 'open', choice: `${key} comes last`, because: { what, at } };
  const entries = [...properties.entries].map(([property, then]): [string, Value] => {
    const isList = schema.properties[property]?.type.kind === 'list';
    const place = then.at && { at: then.at };
    return [property, isList ? then : { kind: 'conditional', condition, then, otherwise: absent, ...place }];
  });
  return { ...part, properties: { ...properties, entries: new Map(entries) } };
}
