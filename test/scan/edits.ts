import { stringify } from 'yaml';

import type { Random } from '../evaluate/language/random.ts';
import { oneOf } from '../evaluate/soundness/store.ts';
import { isObject, type Json } from '../evaluate/soundness/template-pair.ts';

/** A template as an editor sees it: named parts, in some order. */
export interface Draft {
  readonly parameters: Readonly<Record<string, Json>>;
  /** Every other section. */
  readonly rest: Readonly<Record<string, Json>>;
  readonly resources: Readonly<Record<string, Json>>;
  /** Logical ids that an edit had a hand in: of all others the findings must stay what they are. */
  readonly touched: ReadonlySet<string>;
}

/** A template taken apart; nothing for one without resources. */
export function draftOf(template: Json): Draft | undefined {
  if (!isObject(template)) return undefined;
  const { Parameters: parameters = {}, Resources: resources, ...rest } = template;
  if (!isObject(parameters) || resources === undefined || !isObject(resources)) return undefined;
  return { parameters, resources, rest, touched: new Set() };
}

type Edit = (draft: Draft, random: Random) => Draft;

/** Edits of the kind that people make while they work on something else. */
export const edits: Readonly<Record<string, Edit>> = {
  'moves resources': (draft, random) => ({ ...draft, resources: shuffledKeys(draft.resources, random) }),
  'moves what is in a resource': (draft, random) => ({
    ...draft,
    resources: mapValues(draft.resources, value => shuffled(value, random)),
  }),
  'renames a parameter': (draft, random) => {
    const name = oneOf(Object.keys(draft.parameters), random);
    if (name === undefined) return draft;
    const [to] = fresh(draft, random);
    return withRefs(draft, name, to, parameters => renamed(parameters, name, to));
  },
  'adds a parameter': (draft, random) => {
    const [name] = fresh(draft, random);
    return { ...draft, parameters: { [name]: { Type: 'String', Default: 'x' }, ...draft.parameters } };
  },
  'renames a resource': (draft, random) => {
    const name = oneOf(Object.keys(draft.resources), random);
    if (name === undefined) return draft;
    const [to] = fresh(draft, random);
    return {
      ...draft,
      resources: renameRefs(renamed(draft.resources, name, to), name, to),
      rest: renameRefs(draft.rest, name, to),
      touched: new Set([...draft.touched, name, to, ...refersTo(draft.resources, name)]),
    };
  },
  'adds a resource': (draft, random) => {
    const [name] = fresh(draft, random);
    const added = { Type: 'AWS::SNS::Topic', Properties: { TopicName: name.toLowerCase() } };
    return {
      ...draft,
      resources: { [name]: added, ...draft.resources },
      touched: new Set([...draft.touched, name]),
    };
  },
  'describes a resource': (draft, random) => {
    const name = oneOf(Object.keys(draft.resources), random);
    const before = name === undefined ? undefined : draft.resources[name];
    if (name === undefined || !isObject(before)) return draft;
    const after = { ...before, Metadata: { Note: `seen ${random.below(1000)} times` } };
    return { ...draft, resources: { ...draft.resources, [name]: after } };
  },
};

/** The text of a draft in any of the ways in which it may be written. */
export function written({ parameters, rest, resources }: Draft, random: Random): string {
  const sections = shuffledKeys(
    {
      ...rest,
      ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
      Resources: resources,
    },
    random,
  );
  return random.pick<() => string>([
    () => JSON.stringify(sections),
    () => JSON.stringify(sections, null, 1 + random.below(4)),
    () => stringify(sections, { lineWidth: random.pick([20, 80, 0]), defaultStringType: 'QUOTE_DOUBLE' }),
    () =>
      `# a comment\n\n${stringify(sections, { indent: 4, defaultStringType: 'QUOTE_SINGLE' })}# the end\n`,
    () => stringify(sections, { defaultStringType: 'QUOTE_DOUBLE' }).replaceAll('\n', '\r\n'),
  ])();
}

/** Keys in another order, at every level; what a list holds stays in its order. */
export function shuffled(value: Json, random: Random): Json {
  if (Array.isArray(value)) return value.map((item: Json) => shuffled(item, random));
  if (!isObject(value)) return value;
  return mapValues(shuffledKeys(value, random), part => shuffled(part, random));
}

function shuffledKeys<T>(record: Readonly<Record<string, T>>, random: Random): Record<string, T> {
  const placed = Object.entries(record).map(([key, value]) => [random.below(1_000_000), key, value] as const);
  return Object.fromEntries(placed.toSorted(([a], [b]) => a - b).map(([, key, value]) => [key, value]));
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const renamed = <T>(record: Readonly<Record<string, T>>, from: string, to: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key === from ? to : key, value]));

function fresh(draft: Draft, random: Random): readonly [string] {
  const name = `Name${random.below(1_000_000_000)}`;
  return name in draft.parameters || name in draft.resources ? fresh(draft, random) : [name];
}

function withRefs(
  draft: Draft,
  from: string,
  to: string,
  change: (parameters: Draft['parameters']) => Draft['parameters'],
): Draft {
  return {
    ...draft,
    parameters: change(draft.parameters),
    rest: renameRefs(draft.rest, from, to),
    resources: renameRefs(draft.resources, from, to),
  };
}

/** Every way in which a template names something: Ref, GetAtt, Sub, DependsOn. */
function renameRefs<T extends Json>(
  value: Readonly<Record<string, T>>,
  from: string,
  to: string,
): Record<string, Json> {
  return mapValues(value, part => renameIn(part, from, to));
}

function renameIn(value: Json, from: string, to: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renameIn(item, from, to));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]): [string, Json] => {
      if (key === 'Ref' && part === from) return [key, to];
      if (key === 'DependsOn') return [key, inDependsOn(part, from, to)];
      if (key === 'Fn::GetAtt') return [key, inGetAtt(part, from, to)];
      if (key === 'Fn::Sub') return [key, inSub(part, from, to)];
      return [key, renameIn(part, from, to)];
    }),
  );
}

function inDependsOn(value: Json, from: string, to: string): Json {
  if (Array.isArray(value)) return value.map((one: Json) => (one === from ? to : one));
  return value === from ? to : value;
}

function inGetAtt(value: Json, from: string, to: string): Json {
  if (typeof value === 'string') return value.startsWith(`${from}.`) ? to + value.slice(from.length) : value;
  if (!Array.isArray(value)) return value;
  return value.map((part: Json, index) => (index === 0 && part === from ? to : part));
}

function inSub(value: Json, from: string, to: string): Json {
  const inText = (text: string): string =>
    text.replaceAll(new RegExp(String.raw`\$\{${from}(?=[.}])`, 'g'), () => `\${${to}`);
  if (typeof value === 'string') return inText(value);
  if (!Array.isArray(value)) return value;
  return value.map((part: Json, index) =>
    index === 0 && typeof part === 'string' ? inText(part) : renameIn(part, from, to),
  );
}

/** The resources that name another one, by whatever way. */
function refersTo(resources: Draft['resources'], name: string): readonly string[] {
  return Object.entries(resources)
    .filter(([, value]) => JSON.stringify(value).includes(name))
    .map(([key]) => key);
}
