import { absent, unknown } from '../../model/value.ts';
import type { Dict, Link, List, OneOf, Conditional, Unknown, Value } from '../../model/value.ts';
import { mapChoice } from '../choices.ts';
import type { Translated } from './translated.ts';

/** What a part says of a whole. */
export interface Said {
  readonly part: Translated;
  readonly properties: Dict;
}

/**
 * What parts say of one whole, where parts of one type may say the same property: two policies of one key. Each of them
 * takes the place of the other, and nothing says which comes last. Lists are what all of them say together. So is a policy
 * that the whole itself says.
 */
export function contested(whole: Translated, said: readonly Said[]): readonly Dict[] {
  const groups = Map.groupBy(said, ({ part }) => part.declaration.type);
  return [...groups.values()].flatMap(group => contestedBy(whole, group));
}

function contestedBy(whole: Translated, group: readonly Said[]): readonly Dict[] {
  const dicts = group.map(({ properties }) => properties);
  const settled = [...new Set(dicts.flatMap(({ entries }) => [...entries.keys()]))].flatMap(
    (property): [string, Value][] => {
      const values = [
        ...(isPolicy(whole, property) ? [whole.properties.entries.get(property) ?? absent] : []),
        ...dicts.map(({ entries }) => entries.get(property) ?? absent),
      ].filter(({ kind }) => kind !== 'absent');
      if (values.length < 2 || values.every(isList)) return [];
      return [[property, oneOfThese(values, { whole, property, group })]];
    },
  );
  const [first, ...others] = dicts;
  if (!first || settled.length === 0) return dicts;
  const names = new Set(settled.map(([name]) => name));
  const without = others.map(dict => ({
    ...dict,
    entries: new Map([...dict.entries].filter(([name]) => !names.has(name))),
  }));
  return [{ ...first, entries: new Map([...first.entries, ...settled]) }, ...without];
}

/** Whether what a part says of a property takes the place of what the whole says. */
export const isPolicy = ({ schema }: Translated, property: string): boolean =>
  schema.properties[property]?.type.kind === 'policy';

const isList = (value: Value): value is List => value.kind === 'list';

interface Contest {
  readonly whole: Translated;
  readonly property: string;
  readonly group: readonly Said[];
}

/** As many conditional values as are laid one over the other; each doubles what comes out. */
const maximumConditional = 4;

function oneOfThese(values: readonly Value[], contest: Contest): Value {
  const [first = absent, ...others] = distinct(values);
  if (others.length === 0) return first;
  if (![first, ...others].some(isChoice)) return choose('', [first, ...others], contest);
  if (others.length >= maximumConditional) return unknown('unresolved-value', [because(contest)], first.at);
  return others.reduce((before, value) => either(before, value, contest), first);
}

function either(before: Value, value: Value, contest: Contest): Value {
  if (before.kind === 'absent') return value;
  if (value.kind === 'absent') return before;
  if (isChoice(value)) return mapChoice(value, part => either(before, part, contest));
  if (isChoice(before)) return mapChoice(before, part => either(part, value, contest));
  const [first, second] = distinct([before, value]);
  return first && second ? choose(` ${bare(first)} ${bare(second)}`, [first, second], contest) : before;
}

const isChoice = (value: Value): value is OneOf | Conditional =>
  value.kind === 'conditional' || value.kind === 'one-of';

/** `among` tells the choices of one contest apart. */
const choose = (among: string, options: readonly Value[], contest: Contest): OneOf => ({
  kind: 'one-of',
  choice: `${contest.whole.declaration.key} ${contest.property}${among}`,
  options,
  because: because(contest),
  ...(options[0]?.at && { at: options[0].at }),
});

function because({ whole, property, group }: Contest): Link {
  const names = group.map(({ part }) => part.declaration.name);
  const all = names.length > 1 ? names : [whole.declaration.name, ...names];
  const at = group.at(-1)?.part.declaration.at;
  return {
    what: `${all.join(' and ')} set ${property} of the same resource, and nothing says which comes last`,
    ...(at && { at }),
  };
}

/** Without repetitions; of what is not known, one that may be anything. */
function distinct(values: readonly Value[]): readonly Value[] {
  const lost = values.filter(value => value.kind === 'unknown');
  const found = new Map(
    values.filter(({ kind }) => kind !== 'unknown').map(value => [bare(value), value] as const),
  );
  return [...found.values(), ...anyOf(lost)];
}

function anyOf([first, ...others]: readonly Unknown[]): readonly Unknown[] {
  if (!first) return [];
  const same = others.every(({ set, shape }) => set === first.set && shape === first.shape);
  return [same ? first : unknown(first.cause, first.chain, first.at)];
}

/** A value as text, without its places. */
const bare = (value: Value): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (part instanceof Map) return [...part];
    return key === 'at' || key === 'via' ? undefined : part;
  });
