import { always, entry } from '../../model/value.ts';
import type { Condition, Known, Value } from '../../model/value.ts';
import { namesOf } from '../names.ts';
import { isMove, originKey } from './origin-key.ts';
import { standsForOthers } from './stands-for-others.ts';
import type { Translated } from './translated.ts';

/** What a part belongs to. */
export type Wholes =
  | { readonly kind: 'decided'; readonly of: readonly Whole[] }
  /** It may belong to each of these, and to none of them. */
  | { readonly kind: 'undecided'; readonly among: readonly Translated[]; readonly because: Value }
  | { readonly kind: 'out-of-view' };

export interface Whole {
  readonly key: string;
  readonly when: Condition;
}

type Found = ReadonlyMap<string, Translated>;

/** For each declaration that is a part of another one, by key, which one that is. */
export function wholesOf(found: Found): ReadonlyMap<string, Wholes> {
  const all = [...found.values()];
  const candidates = Map.groupBy(
    all.filter(({ spelling }) => !spelling.part),
    homeOf,
  );
  const search: Search = { found, candidates, indexes: new Map() };
  const parts = all.filter(({ spelling }) => spelling.part);
  return new Map(parts.map(part => [part.declaration.key, wholeOf(part, search)]));
}

interface Search {
  readonly found: Found;
  /** What a part may belong to, by stack and type. */
  readonly candidates: ReadonlyMap<string, readonly Translated[]>;
  /** Made on first use, by type. */
  readonly indexes: Map<string, Index>;
}

type Lookup = ReadonlyMap<string, readonly Translated[]>;

interface Index {
  /** By the names that are written out. */
  readonly byName: Lookup;
  /** By stack and address. */
  readonly byAddress: Lookup;
  /** Those of which the name is given and not known, by stack; and by stack and what is known of it. */
  readonly nameless: Lookup;
  readonly byOrigin: Lookup;
}

const homeOf = ({ stack, schema }: Translated): string => `${stack} ${schema.name}`;

function indexOf({ schema }: Translated, { found, indexes }: Search): Index {
  const known = indexes.get(schema.name);
  if (known) return known;
  const wholes = [...found.values()].filter(one => one.schema.name === schema.name && !one.spelling.part);
  const nameless = wholes.filter(hasHiddenName);
  const index: Index = {
    byName: lookup(wholes, one => [...new Set([...namesOf(one.properties, one.schema), ...idsOf(one)])]),
    byAddress: lookup(wholes, ({ stack, declaration }) => [`${stack} ${declaration.name}`]),
    nameless: lookup(nameless, ({ stack }) => [stack]),
    byOrigin: lookup(nameless, one => nameValues(one).map(name => `${one.stack} ${originKey(name) ?? ''}`)),
  };
  indexes.set(schema.name, index);
  return index;
}

function lookup(wholes: readonly Translated[], keysOf: (whole: Translated) => readonly string[]): Lookup {
  const keyed = wholes.flatMap(whole => keysOf(whole).map(key => ({ key, whole })));
  const groups = Map.groupBy(keyed, ({ key }) => key);
  return new Map([...groups].map(([key, group]) => [key, group.map(({ whole }) => whole)]));
}

function wholeOf(part: Translated, search: Search): Wholes {
  const { attributes, spelling } = part;
  if (!spelling.part) return outOfView;
  const value = entry(attributes, spelling.part.of);
  return readFrom(value, part, search) ?? pointedAt(value, part, search);
}

/** The whole that the value was read from: `aws_s3_bucket.logs.bucket` says which, whatever its name will be. */
function readFrom(value: Value, part: Translated, search: Search): Wholes | undefined {
  const { byAddress } = indexOf(part, search);
  const read = new Set(
    addressesIn(value).flatMap(address => byAddress.get(`${part.stack} ${address}`) ?? []),
  );
  // What is put together out of an attribute is another value than that attribute.
  const [only, ...others] = value.kind === 'known' ? [...read].filter(one => says(one, value)) : [...read];
  return only && others.length === 0 ? oneOf(only, value, part) : undefined;
}

function addressesIn(value: Value): readonly string[] {
  if (value.kind === 'known') return (value.via ?? []).flatMap(({ what }) => addressIn(what) ?? []);
  if (value.kind !== 'unknown') return [];
  const end = value.chain.findIndex(({ what }) => addressIn(what) !== undefined || !isMove(what));
  const address = addressIn(value.chain[end]?.what ?? '');
  return address === undefined ? [] : [address];
}

const addressIn = (what: string): string | undefined => /^(\S+\.\S+)\.\w+$/s.exec(what)?.[1];

const says = ({ attributes }: Translated, { value }: Known): boolean =>
  [...attributes.entries.values()].some(own => own.kind === 'known' && own.value === value);

const outOfView: Wholes = { kind: 'out-of-view' };

function pointedAt(value: Value, part: Translated, search: Search): Wholes {
  switch (value.kind) {
    case 'reference':
      return referred(value.target, value, part, search);
    case 'known':
      return named(String(value.value), value, part, search);
    case 'conditional': {
      const then = pointedAt(value.then, part, search);
      const otherwise = pointedAt(value.otherwise, part, search);
      if (then.kind !== 'decided' || otherwise.kind !== 'decided') return anyOf(value, part, search);
      const not: Condition = { kind: 'not', of: value.condition };
      return {
        kind: 'decided',
        of: [
          ...then.of.map(whole => under(whole, value.condition)),
          ...otherwise.of.map(whole => under(whole, not)),
        ],
      };
    }
    case 'absent':
      // It has to be written: it is misspelt, or what is written is not read.
      return anyOf(value, part, search);
    default:
      return sameText(value, part, search);
  }
}

const under = ({ key, when }: Whole, condition: Condition): Whole => ({
  key,
  when: when === always ? condition : { kind: 'and', of: [when, condition] },
});

const decided = ({ declaration: { key } }: Translated): Wholes => ({
  kind: 'decided',
  of: [{ key, when: always }],
});

/** A part of one instance, where it is not known which instances there are, is no part of all of them. */
function oneOf(whole: Translated, because: Value, part: Translated): Wholes {
  return standsForOthers(whole.declaration.name, part.declaration.name)
    ? undecided(because, [whole])
    : decided(whole);
}

function referred(target: string, value: Value, part: Translated, search: Search): Wholes {
  const whole = search.found.get(target);
  if (!whole || whole.schema.name !== part.schema.name || whole === part) return anyOf(value, part, search);
  return whole.spelling.part ? wholeOf(whole, search) : oneOf(whole, value, part);
}

function named(name: string, value: Value, part: Translated, search: Search): Wholes {
  const { byName, nameless } = indexOf(part, search);
  const all = byName.get(name) ?? [];
  const own = all.filter(({ stack }) => stack === part.stack);
  const [only, ...others] = own.length > 0 ? own : all;
  if (only && others.length === 0) return decided(only);
  const among = only ? [only, ...others] : nameless.get(part.stack);
  return among ? undecided(value, among) : outOfView;
}

/** What a plan knows that AWS calls it: `vpce-…` of an endpoint, the id and the ARN of a key. */
function idsOf({ declaration, attributes: { entries } }: Translated): readonly string[] {
  if (!declaration.readBack) return [];
  return [...entries].flatMap(([name, value]) =>
    ids.test(name) && value.kind === 'known' && typeof value.value === 'string' && value.value !== ''
      ? [value.value]
      : [],
  );
}

const ids = /(?:^|_)(?:id|arn)$/;

/** A name that is given and not known may be the one. */
const hasHiddenName = (whole: Translated): boolean =>
  nameValues(whole).some(({ kind }) => kind !== 'known' && kind !== 'absent');

const nameValues = ({ properties, schema }: Translated): readonly Value[] =>
  schema.names.flatMap(name => properties.entries.get(name) ?? properties.rest ?? []);

/** The name of one candidate alone is what the part says, however little is known of it. */
function sameText(value: Value, part: Translated, search: Search): Wholes {
  const key = originKey(value);
  const same = key === undefined ? [] : (indexOf(part, search).byOrigin.get(`${part.stack} ${key}`) ?? []);
  const [only, ...others] = same;
  return only && others.length === 0 ? oneOf(only, value, part) : anyOf(value, part, search);
}

const anyOf = (value: Value, part: Translated, { candidates }: Search): Wholes =>
  undecided(value, candidates.get(homeOf(part)) ?? []);

const undecided = (because: Value, among: readonly Translated[]): Wholes => ({
  kind: 'undecided',
  among,
  because,
});
