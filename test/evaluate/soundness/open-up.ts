import type { Declaration, Stack } from '../../../src/model/declaration.ts';
import type { Opening } from '../../../src/model/resource.ts';
import { absent, always, known } from '../../../src/model/value.ts';
import type { Condition, Dict, List, Unknown, Value } from '../../../src/model/value.ts';
import type { Random } from '../language/random.ts';
import { declarationsOf } from './situation.ts';
import type { Situation } from './situation.ts';
import { oneOf, under } from './store.ts';
import type { Store } from './store.ts';

/** With what a situation is changed. `rate` is the share of values that become something else. */
export interface Opener {
  readonly random: Random;
  readonly store: Store;
  readonly rate: number;
  /** What references may point at. */
  readonly targets: readonly string[];
}

/** The same situation with parts of it unknown, left to choices, gone, or something else. */
export function openUp(situation: Situation, tools: Omit<Opener, 'targets'>): Situation {
  const targets = [...declarationsOf(situation).map(({ key }) => key), 'elsewhere.yaml#Thing'];
  const opener: Opener = { ...tools, targets };
  const { random } = opener;
  const place = { account: placeOf(accounts, random), region: placeOf(regions, random) };
  const stacks = situation.stacks.map(stack => ({
    ...openStack(stack, opener),
    ...(place.account && { account: place.account }),
    ...(place.region && { region: place.region }),
  }));
  const { openings } = situation;
  return openings ? { stacks, openings: [...openings, ...mayHold(opener)] } : { stacks };
}

const accounts = ['111122223333', '444455556666'] as const;
const regions = ['eu-central-1', 'us-east-1', 'eu-west-1', 'ap-southeast-2'] as const;

/** Mostly as it was; the same for all stacks, since those of one unknown place are deployed together. */
function placeOf(names: readonly string[], random: Random): Value | undefined {
  if (random.chance(0.7)) return undefined;
  const options = names.map(name => known(name));
  if (random.chance(0.3))
    return { kind: 'one-of', choice: 'place', options, because: { what: 'the place of the deployment' } };
  return random.chance(0.5) ? { ...notKnown(true), shape: 'segment' } : oneOf(options, random);
}

function openStack(stack: Stack, opener: Opener): Stack {
  return {
    ...stack,
    declarations: stack.declarations.map(declaration => openDeclaration(declaration, opener)),
    openings: [...stack.openings, ...mayHold(opener)],
  };
}

function mayHold({ random, store }: Opener): readonly Opening[] {
  if (random.chance(0.8)) return [];
  const types = [...store.declarations.keys()].filter(type => type.startsWith('AWS::') && random.chance(0.1));
  return [{ types: random.chance(0.5) ? 'all' : types, because: notKnown(false) }];
}

function openDeclaration(declaration: Declaration, opener: Opener): Declaration {
  const { random, rate } = opener;
  const exists = random.chance(rate) ? condition(random, 2) : declaration.exists;
  return { ...declaration, exists, properties: open(declaration.properties, declaration.type, opener) };
}

function open(value: Value, place: string, opener: Opener): Value {
  const { random, rate } = opener;
  if (random.chance(rate)) return random.pick(changes)(value, place, opener);
  if (value.kind === 'list') return openList(value, place, opener);
  return value.kind === 'dict' ? openDict(value, place, opener) : value;
}

function openList(list: List, place: string, opener: Opener): List {
  // What is gone from a list is no item; Terraform would take it for a null.
  const items = list.items
    .map(item => open(item, under(place), opener))
    .filter(({ kind }) => kind !== 'absent');
  return { ...list, items, ...(opener.random.chance(opener.rate) && { rest: notKnown(false) }) };
}

function openDict(dict: Dict, place: string, opener: Opener): Dict {
  const entries = new Map(
    [...dict.entries].map(([key, part]) => [key, open(part, under(place, key), opener)]),
  );
  return { ...dict, entries, ...(opener.random.chance(opener.rate / 2) && { rest: notKnown(false) }) };
}

type Change = (value: Value, place: string, opener: Opener) => Value;

const otherwise: Change = (value, place, { random, store }) =>
  (random.chance(0.6) ? store.at(place, random) : store.anywhere(random)) ?? value;

const changes: readonly [Change, ...Change[]] = [
  () => notKnown(false),
  () => notKnown(false),
  () => notKnown(true),
  () => ({ ...notKnown(true), shape: 'segment' }),
  () => absent,
  otherwise,
  (value, place, opener) => pointer(opener, place) ?? value,
  (value, place, opener) => choice(value, place, opener),
  (value, place, opener) => choice(value, place, opener),
  (value, place, opener) => conditional(value, place, opener),
  (value, place, opener) => conditional(value, place, opener),
  (value, place, opener) => withHole(value, place, opener),
  (value, place, opener) => withHole(value, place, opener),
];

function pointer({ random, targets }: Opener, place: string): Value | undefined {
  const target = oneOf(targets, random);
  const attribute = place.endsWith('Arn') ? 'Arn' : 'Ref';
  return target === undefined ? undefined : { kind: 'reference', target, attribute };
}

function choice(value: Value, place: string, opener: Opener): Value {
  const { random } = opener;
  const number = random.below(3);
  const options = Array.from({ length: number === 1 ? 3 : 2 }, (): Value =>
    random.chance(0.5) ? value : another(value, place, opener),
  );
  return { kind: 'one-of', choice: `choice ${number}`, options, because: { what: `choice ${number}` } };
}

function conditional(value: Value, place: string, opener: Opener): Value {
  const { random } = opener;
  const arms = random.chance(0.5)
    ? [value, another(value, place, opener)]
    : [another(value, place, opener), value];
  const [then = value, other = value] = arms;
  return { kind: 'conditional', condition: condition(random, 2), then, otherwise: other };
}

const another: Change = (value, place, opener) => {
  const { random } = opener;
  if (random.chance(0.2)) return absent;
  if (random.chance(0.2)) return notKnown(random.chance(0.5));
  const found = otherwise(value, place, opener);
  return random.chance(0.1) ? open(found, place, opener) : found;
};

/** A string of which a middle part is not known. */
function withHole(value: Value, place: string, opener: Opener): Value {
  const { random } = opener;
  if (value.kind !== 'known' || typeof value.value !== 'string') return notKnown(random.chance(0.5));
  const [from, to] = [random.below(value.value.length + 1), random.below(value.value.length + 1)].toSorted(
    (a, b) => a - b,
  );
  const hole = random.pick<() => Value>([
    () => notKnown(true),
    () => notKnown(false),
    () => ({ ...notKnown(true), shape: 'segment' }),
    () => pointer(opener, place) ?? notKnown(true),
    () => ({
      kind: 'one-of',
      choice: 'choice 0',
      options: [known(value.value), known('other')],
      because: { what: 'choice 0' },
    }),
  ])();
  return { kind: 'text', parts: [value.value.slice(0, from), hole, value.value.slice(to)] };
}

function condition(random: Random, depth: number): Condition {
  const number = random.below(4);
  if (depth === 0 || random.chance(0.6))
    return { kind: 'open', choice: `condition ${number}`, because: { what: `condition ${number}` } };
  const parts = [condition(random, depth - 1), condition(random, depth - 1)];
  const [of = always] = parts;
  return random.pick<() => Condition>([
    () => ({ kind: 'not', of }),
    () => ({ kind: 'and', of: parts }),
    () => ({ kind: 'or', of: parts }),
    () => comparison(random),
  ])();
}

function comparison(random: Random): Condition {
  const left = random.pick<() => Value>([
    () => ({
      kind: 'one-of',
      choice: 'choice 2',
      options: [known('a'), known('b')],
      because: { what: 'choice 2' },
    }),
    () => ({ kind: 'text', parts: ['a', notKnown(true)] }),
    () => ({ ...notKnown(true), chain: [{ what: `parameter ${random.below(2)}` }] }),
  ])();
  return { kind: 'equals', left, right: known(random.pick(['a', 'b', 'ab'])) };
}

const notKnown = (set: boolean): Unknown => ({
  kind: 'unknown',
  cause: 'unresolved-value',
  chain: [{ what: 'nobody says' }],
  ...(set && { set }),
});
