import { always, entry } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { Translated } from './translated.ts';
import type { Wholes } from './wholes.ts';

/** A resource that sets properties of another one, or did until the plan deletes it. */
export interface Setter {
  readonly by: Translated;
  /** The properties, or the attributes that the model has as resources of their own. */
  readonly sets: ReadonlySet<string>;
  readonly isPart: boolean;
  readonly isRemoved: boolean;
  /** Whether it is certainly that resource of which it sets properties. */
  readonly isCertain: boolean;
}

type Found = ReadonlyMap<string, Translated>;

/** What sets properties of the resources that show what is deployed, by the key of the latter. */
export function setters(
  found: Found,
  removed: Found,
  wholes: ReadonlyMap<string, Wholes>,
): ReadonlyMap<string, readonly Setter[]> {
  const shown = [...found.values()].filter(({ declaration }) => (declaration.readBack?.size ?? 0) > 0);
  if (shown.length === 0) return new Map();
  const all = [...partSetters(found, removed, wholes), ...ownSetters(shown, found, removed)];
  const isShown = new Set(shown.map(({ declaration: { key } }) => key));
  return Map.groupBy(
    all.filter(({ key }) => isShown.has(key)),
    ({ key }) => key,
  );
}

/** With the key of what it sets properties of. */
type KeyedSetter = Setter & { readonly key: string };

function partSetters(
  found: Found,
  removed: Found,
  wholes: ReadonlyMap<string, Wholes>,
): readonly KeyedSetter[] {
  return [...wholes].flatMap(([partKey, of]) => {
    const gone = removed.get(partKey);
    const by = gone ?? found.get(partKey);
    if (!by || of.kind === 'out-of-view') return [];
    const setter = {
      by,
      sets: new Set(by.properties.entries.keys()),
      isPart: true,
      isRemoved: gone !== undefined,
    };
    return of.kind === 'decided'
      ? of.of.map(({ key, when }) => ({ ...setter, key, isCertain: when === always }))
      : of.among.map(({ declaration: { key } }) => ({ ...setter, key, isCertain: false }));
  });
}

/** `aws_s3_bucket_policy` is a resource of its own, of which a bucket shows the policy. */
function ownSetters(shown: readonly Translated[], found: Found, removed: Found): readonly KeyedSetter[] {
  const indexes = new Map<string, Index>();
  const all = [...found.values(), ...removed.values()];
  const indexFor = (type: string, of: string): Index => {
    const id = `${type} ${of}`;
    const index =
      indexes.get(id) ??
      indexOf(
        all.filter(one => one.schema.name === type && !one.spelling.part),
        of,
      );
    indexes.set(id, index);
    return index;
  };
  return shown.flatMap(whole => {
    const { declaration, spelling, stack } = whole;
    const own = Object.entries({ ...spelling.apart, ...spelling.shows }).filter(([attribute]) =>
      declaration.readBack?.has(attribute),
    );
    return own.flatMap(([attribute, { type, of }]) => {
      const index = indexFor(type, of);
      const make = (by: Translated, isCertain: boolean): KeyedSetter => ({
        by,
        sets: new Set([attribute]),
        isPart: false,
        isRemoved: removed.get(by.declaration.key) === by,
        isCertain,
        key: declaration.key,
      });
      const certain = namesFor(whole).flatMap(name => index.byName.get(`${stack} ${name}`) ?? []);
      const unsure = index.unsure.filter(by => by.stack === stack);
      return [...[...new Set(certain)].map(by => make(by, true)), ...unsure.map(by => make(by, false))];
    });
  });
}

interface Index {
  /** By the stack and the name, id, ARN or key of what they belong to. */
  readonly byName: ReadonlyMap<string, readonly Translated[]>;
  readonly unsure: readonly Translated[];
}

function indexOf(all: readonly Translated[], of: string): Index {
  const named = all.map(by => ({ by, names: namesIn(entry(by.properties, of)) }));
  const flat = named.flatMap(({ by, names = [] }) => names.map(name => ({ by, id: `${by.stack} ${name}` })));
  const groups = Map.groupBy(flat, ({ id }) => id);
  return {
    byName: new Map([...groups].map(([id, group]) => [id, group.map(({ by }) => by)])),
    unsure: named.filter(({ names }) => names === undefined).map(({ by }) => by),
  };
}

/** Undefined when it is not known what a value names. */
function namesIn(value: Value): readonly string[] | undefined {
  if (value.kind === 'known') return [String(value.value)];
  if (value.kind === 'reference') return [value.target];
  if (value.kind !== 'list' || value.rest) return undefined;
  const names = value.items.map(namesIn);
  return names.every(one => one !== undefined) ? names.flat() : undefined;
}

function namesFor({ declaration, attributes: { entries } }: Translated): readonly string[] {
  const texts = ['id', 'arn', 'name', 'bucket'].flatMap(name => {
    const value = entries.get(name);
    return value?.kind === 'known' ? [String(value.value)] : [];
  });
  return [declaration.key, ...texts];
}
