import { always, entry } from '../../model/value.ts';
import type { Condition, Value } from '../../model/value.ts';
import { namesOf } from '../names.ts';
import { sameOrigin } from './same-origin.ts';
import type { Translated } from './translated.ts';

/** What a part belongs to. */
export type Wholes =
  | { readonly kind: 'decided'; readonly of: readonly Whole[] }
  /** It may belong to each of these, and to none of them. */
  | { readonly kind: 'undecided'; readonly among: readonly string[]; readonly because: Value }
  | { readonly kind: 'out-of-view' };

export interface Whole {
  readonly key: string;
  readonly when: Condition;
}

type Found = ReadonlyMap<string, Translated>;

/** For each declaration that is a part of another one, by key, which one that is. */
export function wholesOf(found: Found): ReadonlyMap<string, Wholes> {
  const candidates = Map.groupBy(
    [...found.values()].filter(({ spelling }) => !spelling.part),
    ({ schema }) => schema.name,
  );
  const search: Search = { found, candidates, byName: new Map() };
  const parts = [...found.values()].filter(({ spelling }) => spelling.part);
  return new Map(parts.map(part => [part.declaration.key, wholeOf(part, search)]));
}

interface Search {
  readonly found: Found;
  readonly candidates: ReadonlyMap<string, readonly Translated[]>;
  /** By type: its resources by the names that are written out. Made on first use. */
  readonly byName: Map<string, ReadonlyMap<string, readonly Translated[]>>;
}

function wholeOf(part: Translated, search: Search): Wholes {
  const { attributes, spelling } = part;
  if (!spelling.part) return outOfView;
  const value = entry(attributes, spelling.part.of);
  return readFrom(value, part, search) ?? pointedAt(value, part, search);
}

/** The whole that the value was read from: `aws_s3_bucket.logs.bucket` says which, whatever its name will be. */
function readFrom(value: Value, part: Translated, search: Search): Wholes | undefined {
  const links = value.kind === 'unknown' ? value.chain : value.kind === 'known' ? (value.via ?? []) : [];
  const names = new Set(links.map(({ what }) => what.slice(0, what.lastIndexOf('.'))));
  if (names.size === 0) return undefined;
  const [only, ...others] = candidatesFor(part, search).filter(({ declaration }) =>
    names.has(declaration.name),
  );
  return only && others.length === 0 ? decided(only) : undefined;
}

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
      return outOfView;
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

function referred(target: string, value: Value, part: Translated, search: Search): Wholes {
  const whole = search.found.get(target);
  if (!whole || whole.schema.name !== part.schema.name || whole === part) return anyOf(value, part, search);
  return whole.spelling.part ? wholeOf(whole, search) : decided(whole);
}

function named(name: string, value: Value, part: Translated, search: Search): Wholes {
  const all = namesIn(part.schema.name, search).get(name) ?? [];
  const own = all.filter(({ stack }) => stack === part.stack);
  const [only, ...others] = own.length > 0 ? own : all;
  if (only && others.length === 0) return decided(only);
  if (only) return undecided(value, [only, ...others]);
  const nameless = candidatesFor(part, search).filter(hasHiddenName);
  return nameless.length > 0 ? undecided(value, nameless) : outOfView;
}

function namesIn(type: string, { candidates, byName }: Search): ReadonlyMap<string, readonly Translated[]> {
  const known = byName.get(type);
  if (known) return known;
  const index = new Map<string, Translated[]>();
  for (const candidate of candidates.get(type) ?? []) {
    for (const name of namesOf(candidate.properties, candidate.schema)) {
      const list = index.get(name);
      if (list) list.push(candidate);
      else index.set(name, [candidate]);
    }
  }
  byName.set(type, index);
  return index;
}

/** A name that is given and not known may be the one. */
const hasHiddenName = ({ properties, schema }: Translated): boolean =>
  nameValues(properties, schema.names).some(({ kind }) => kind !== 'known' && kind !== 'absent');

const nameValues = (properties: Translated['properties'], names: readonly string[]): readonly Value[] =>
  names.flatMap(name => properties.entries.get(name) ?? properties.rest ?? []);

/** The name of one candidate alone is what the part says, however little is known of it. */
function sameText(value: Value, part: Translated, search: Search): Wholes {
  const same = candidatesFor(part, search).filter(({ properties, schema }) =>
    nameValues(properties, schema.names).some(name => sameOrigin(name, value)),
  );
  const [only, ...others] = same;
  return only && others.length === 0 ? decided(only) : anyOf(value, part, search);
}

const candidatesFor = (part: Translated, { candidates }: Search): readonly Translated[] =>
  (candidates.get(part.schema.name) ?? []).filter(({ stack }) => stack === part.stack);

const anyOf = (value: Value, part: Translated, search: Search): Wholes =>
  undecided(value, candidatesFor(part, search));

const undecided = (because: Value, among: readonly Translated[]): Wholes => ({
  kind: 'undecided',
  among: among.map(({ declaration }) => declaration.key),
  because,
});
