import type { Stack } from '../../model/declaration.ts';
import type { Opening } from '../../model/resource.ts';
import { absent, unknown } from '../../model/value.ts';
import type { Dict, Link, Unknown, Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';
import { settableBy } from '../kinds/index.ts';
import { namesOf } from '../names.ts';
import { overlaid } from './merge.ts';
import { originKey } from './origin-key.ts';
import type { Translated } from './translated.ts';
import type { Wholes } from './wholes.ts';

/** The resources of a run, what parts belong to, and what they say with their parts. */
export interface Reading {
  readonly found: ReadonlyMap<string, Translated>;
  readonly wholes: ReadonlyMap<string, Wholes>;
  readonly folded: ReadonlyMap<string, Dict>;
}

/**
 * The properties of the resources that something out of view may add parts to: a module that is given the name of a
 * bucket may set its access block, one that is given nothing of it cannot. Lists that parts make may be longer, and what
 * only a part sets may be set.
 */
export function openReached(stacks: readonly Stack[], reading: Reading): Reached {
  const changed = new Map(reading.folded);
  const reached = new Map<Opening, ReadonlySet<string>>();
  for (const { key, openings } of stacks) {
    const reaching = openings.filter(({ reaches }) => reaches !== undefined);
    if (reaching.length === 0) continue;
    const search = searchIn(key, openings, reading);
    for (const opening of reaching) {
      const wholes = [...reachedBy(opening, search)];
      if (opening.reaches !== 'all')
        reached.set(opening, new Set(wholes.map(({ declaration }) => declaration.key)));
      for (const whole of wholes) {
        const before = changed.get(whole.declaration.key) ?? whole.properties;
        changed.set(whole.declaration.key, withDoubt(before, whole, opening));
      }
    }
  }
  return { folded: changed, reached };
}

interface Reached {
  readonly folded: ReadonlyMap<string, Dict>;
  /** The keys of what an opening that does not reach everything reaches. */
  readonly reached: ReadonlyMap<Opening, ReadonlySet<string>>;
}

interface Search {
  /** What is no part itself, of one stack. */
  readonly candidates: readonly Translated[];
  readonly byAddress: ReadonlyMap<string, Translated>;
  readonly openings: readonly Opening[];
  readonly reading: Reading;
}

function searchIn(stack: string, openings: readonly Opening[], reading: Reading): Search {
  const own = [...reading.found.values()].filter(one => one.stack === stack);
  return {
    candidates: own.filter(({ spelling }) => !spelling.part),
    byAddress: new Map(own.map(one => [one.declaration.name, one])),
    openings,
    reading,
  };
}

function reachedBy(opening: Opening, search: Search): Iterable<Translated> {
  if (opening.reaches === 'all') return search.candidates;
  const reach: Reach = { search, reached: new Set(), texts: new Set(), seen: new Set([opening]) };
  for (const value of opening.reaches ?? []) follow(value, reach);
  for (const whole of search.candidates) if (isNamed(whole, reach.texts)) reach.reached.add(whole);
  return reach.reached;
}

interface Reach {
  readonly search: Search;
  readonly reached: Set<Translated>;
  /** Texts that are passed, as far as they are known; see `originKey`. */
  readonly texts: Set<string>;
  /** What is given to a module comes out of it again, and may go into another one. */
  readonly seen: Set<Opening>;
}

function follow(value: Value, reach: Reach): void {
  const key = originKey(value);
  if (key !== undefined) reach.texts.add(key);
  switch (value.kind) {
    case 'reference':
      return followResource(reach.search.reading.found.get(value.target), reach);
    case 'known':
      return followLinks(value.via ?? [], reach);
    case 'unknown':
      return followLinks(value.chain, reach);
    default:
      for (const part of partsOf(value)) follow(part, reach);
  }
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.parts.filter(part => typeof part !== 'string');
    case 'list':
      return [...value.items, ...(value.rest ? [value.rest] : [])];
    case 'dict':
      return [...value.entries.values(), ...(value.rest ? [value.rest] : [])];
    case 'one-of':
      return value.options;
    case 'conditional':
      return [value.then, value.otherwise];
    default:
      return [];
  }
}

function followResource(target: Translated | undefined, reach: Reach): void {
  if (!target || reach.reached.has(target)) return;
  const { found, wholes } = reach.search.reading;
  const of = wholes.get(target.declaration.key);
  if (of) {
    const keys = of.kind === 'decided' ? of.of.map(({ key }) => key) : [];
    for (const key of keys) followResource(found.get(key), reach);
    return;
  }
  reach.reached.add(target);
  const { standsFor } = target.schema;
  const behind = standsFor === undefined ? undefined : target.properties.entries.get(standsFor);
  if (behind) follow(behind, reach);
}

function followLinks(links: readonly Link[], reach: Reach): void {
  const { byAddress, openings } = reach.search;
  for (const { what, at } of links) {
    const [path = ''] = what.split(' ', 1);
    followResource(byAddress.get(path.slice(0, path.lastIndexOf('.'))), reach);
    const module = openings.find(({ because }) => at !== undefined && isAt(because, at));
    if (!module || reach.seen.has(module) || module.reaches === 'all') continue;
    reach.seen.add(module);
    for (const value of module.reaches ?? []) follow(value, reach);
  }
}

const isAt = ({ at: place }: Unknown, at: NonNullable<Link['at']>): boolean =>
  place?.kind === 'span' &&
  at.kind === 'span' &&
  place.file.path === at.file.path &&
  place.start === at.start;

/** Whether a text that is passed is a name of the resource, or an ARN that ends with it. */
function isNamed({ properties, schema }: Translated, texts: ReadonlySet<string>): boolean {
  if (texts.size === 0) return false;
  const hidden = schema.names.flatMap(name => {
    const value = properties.entries.get(name);
    return value && value.kind !== 'known' ? (originKey(value) ?? []) : [];
  });
  if (hidden.some(key => texts.has(key))) return true;
  const names = namesOf(properties, schema);
  return names.length > 0 && [...texts].some(text => names.some(name => endsWith(text, name)));
}

const endsWith = (text: string, name: string): boolean =>
  text === `=${name}` ||
  (text.startsWith('=arn:') && (text.endsWith(`:${name}`) || text.endsWith(`/${name}`)));

function withDoubt(before: Dict, { declaration, schema }: Translated, { because, parts }: Opening): Dict {
  const link = { what: `${declaration.name} may have parts that are not in view`, at: declaration.at };
  const doubt = unknown(because.cause, [link, ...because.chain], before.at);
  const entries = new Map(before.entries);
  for (const property of settableBy(schema.name, parts)) {
    const now = entries.get(property) ?? before.rest ?? absent;
    entries.set(
      property,
      schema.properties[property]?.type.kind === 'list' ? longer(now, doubt) : perhaps(now, doubt),
    );
  }
  return { ...before, entries };
}

function longer(now: Value, doubt: Unknown): Value {
  if (now.kind === 'unknown') return now;
  return overlaid(now, { kind: 'list', items: [], rest: doubt, ...(now.at ? { at: now.at } : {}) });
}

function perhaps(now: Value, doubt: Unknown): Value {
  if (now.kind === 'conditional' || now.kind === 'one-of')
    return mapChoice(now, part => perhaps(part, doubt));
  return now.kind === 'absent' ? doubt : now;
}
