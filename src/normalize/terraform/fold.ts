import { absent, always, unknown } from '../../model/value.ts';
import type { Condition, Dict, List, Unknown, Value } from '../../model/value.ts';
import { contested, isPolicy, type Said } from './contest.ts';
import { mergedAll, overlaid } from './merge.ts';
import type { Translated } from './translated.ts';
import type { Whole, Wholes } from './wholes.ts';

/** The properties of every whole with those of its parts, by key. A part that may belong to a whole leaves open what it says. */
export function foldParts(
  found: ReadonlyMap<string, Translated>,
  wholes: ReadonlyMap<string, Wholes>,
): ReadonlyMap<string, Dict> {
  const folding: Folding = { found, folded: new Map(), settled: new Set(), open: new Map() };
  const parts = [...wholes].flatMap(([key, of]) => {
    const part = found.get(key);
    return part ? [{ part, of }] : [];
  });
  const added = parts.flatMap(({ part, of }) =>
    of.kind === 'decided' ? additions(of.of, part, folding) : [],
  );
  for (const [key, group] of Map.groupBy(added, addition => addition.key)) {
    const whole = found.get(key);
    if (whole) folding.folded.set(key, mergedAll(withoutContested(whole, group), contested(whole, group)));
  }
  for (const { part, of } of parts) if (of.kind === 'undecided') leaveOpen(of, part, folding);
  return folding.folded;
}

interface Folding {
  readonly found: ReadonlyMap<string, Translated>;
  readonly folded: Map<string, Dict>;
  /** The wholes that have a part of a type for certain. */
  readonly settled: Set<string>;
  /** Of what may belong to any of some wholes, the types and properties. */
  readonly open: Map<readonly Translated[], Set<string>>;
}

const propertiesOf = (key: string, { found, folded }: Folding): Dict | undefined =>
  folded.get(key) ?? found.get(key)?.properties;

interface Addition extends Said {
  /** The key of the whole. */
  readonly key: string;
}

/** What the whole says itself and no part says as well. */
function withoutContested(whole: Translated, group: readonly Addition[]): Dict {
  const { properties } = whole;
  const said = group.flatMap(addition => [...addition.properties.entries.keys()]);
  const policies = said.filter(property => isPolicy(whole, property) && properties.entries.has(property));
  if (policies.length === 0) return properties;
  const entries = [...properties.entries].filter(([property]) => !policies.includes(property));
  return { ...properties, entries: new Map(entries) };
}

function additions(wholes: readonly Whole[], part: Translated, { settled }: Folding): readonly Addition[] {
  return wholes.map(({ key, when }) => {
    const condition = both(part.declaration.exists, when);
    if (condition === always) settled.add(`${key} ${part.declaration.type}`);
    return { key, part, properties: conditionally(repeated(part), condition) };
  });
}

function leaveOpen(
  { among, because }: Extract<Wholes, { kind: 'undecided' }>,
  part: Translated,
  folding: Folding,
): void {
  const doubt = mayBelong(part, because);
  const open = folding.open.get(among) ?? new Set();
  const what = [part.declaration.type, ...part.properties.entries.keys()].join(' ');
  // What one such part has left open stays open, however many there are.
  if (open.has(what) && !part.properties.rest) return;
  folding.open.set(among, open.add(what));
  for (const key of among.map(({ declaration }) => declaration.key)) {
    const before = propertiesOf(key, folding);
    // What has one for certain gets no second one, unless it can have many.
    const has = folding.settled.has(`${key} ${part.declaration.type}`);
    if (before) folding.folded.set(key, perhaps(before, part, doubt, has));
  }
}

function both(exists: Condition, when: Condition): Condition {
  if (isAlways(when)) return isAlways(exists) ? always : exists;
  return isAlways(exists) ? when : { kind: 'and', of: [exists, when] };
}

const isAlways = (condition: Condition): boolean => condition.kind === 'constant' && condition.value;

/** What a part says; of one that stands for any number of them, there may be more than one in a list. */
function repeated({ declaration: { name, at }, properties }: Translated): Dict {
  if (!name.includes('[*]')) return properties;
  const rest = unknown('unresolved-value', [{ what: `how many ${name} there are`, at }], at);
  const entries = [...properties.entries].map(([property, value]): [string, Value] => [
    property,
    value.kind === 'list' ? { ...value, rest: value.rest ?? rest } : value,
  ]);
  return { ...properties, entries: new Map(entries) };
}

/** What a part says, where it exists. */
function conditionally(properties: Dict, when: Condition): Dict {
  if (when === always) return properties;
  const choice = (value: Value): Value => ({
    kind: 'conditional',
    condition: when,
    then: value,
    otherwise: absent,
    ...(value.at ? { at: value.at } : {}),
  });
  const entries = [...properties.entries].map(([name, value]): [string, Value] => [
    name,
    // Item by item, so that what follows does not double with each condition.
    value.kind === 'list' ? { ...value, items: value.items.map(choice) } : choice(value),
  ]);
  return { ...properties, entries: new Map(entries) };
}

function mayBelong({ declaration: { name, at } }: Translated, because: Value): Unknown {
  const chain = because.kind === 'unknown' ? because.chain : [];
  return unknown('unresolved-value', [{ what: `${name} may be a part of it`, at }, ...chain], at);
}

function perhaps(before: Dict, part: Translated, doubt: Unknown, has: boolean): Dict {
  const entries = new Map(before.entries);
  for (const [name, value] of part.properties.entries) {
    const now = before.entries.get(name) ?? absent;
    if (value.kind === 'list') entries.set(name, overlaid(now, opened(now, doubt)));
    else if (value.kind !== 'absent' && !has) entries.set(name, doubt);
  }
  const rest = before.rest ?? (part.properties.rest && doubt);
  return { ...before, entries, ...(rest ? { rest } : {}) };
}

const opened = (now: Value, doubt: Unknown): List => ({
  kind: 'list',
  items: [],
  rest: doubt,
  ...(now.at ? { at: now.at } : {}),
});
