import type { Declaration } from '../../../src/model/declaration.ts';
import type { Value } from '../../../src/model/value.ts';
import type { Random } from '../language/random.ts';

/** What the cases of all rules hold, by place: where random values that mean something come from. */
export interface Store {
  /** A value that some case has at this place. */
  readonly at: (place: string, random: Random) => Value | undefined;
  /** A scalar from anywhere. */
  readonly anywhere: (random: Random) => Value | undefined;
  /** The keys that some case has under this place. */
  readonly keys: (place: string) => readonly string[];
  readonly declarations: ReadonlyMap<string, readonly Declaration[]>;
}

/** The places in a value: `AWS::Bedrock::Agent.Tags.[].Key`. */
export const under = (place: string, name = '[]'): string => `${place}.${name}`;

export function storeOf(declarations: readonly Declaration[]): Store {
  const values = new Map<string, Value[]>();
  const keys = new Map<string, Set<string>>();
  for (const { type, properties } of declarations) note(properties, type, { values, keys });
  const scalars = [...values.values()].flat().filter(({ kind }) => kind === 'known');
  return {
    at: (place, random) => oneOf(values.get(place) ?? [], random),
    anywhere: random => oneOf(scalars, random),
    keys: place => [...(keys.get(place) ?? [])],
    declarations: Map.groupBy(declarations, ({ type }) => type),
  };
}

/** Nothing when there is nothing to choose from. */
export const oneOf = <T>(options: readonly T[], random: Random): T | undefined =>
  options[random.below(options.length)];

interface Notes {
  readonly values: Map<string, Value[]>;
  readonly keys: Map<string, Set<string>>;
}

function note(value: Value, place: string, notes: Notes): void {
  if (value.kind !== 'absent' && value.kind !== 'unknown') {
    const values = notes.values.get(place);
    if (values) values.push(value);
    else notes.values.set(place, [value]);
  }
  if (value.kind === 'list') for (const item of value.items) note(item, under(place), notes);
  if (value.kind !== 'dict') return;
  for (const [key, part] of value.entries) {
    const keys = notes.keys.get(place) ?? new Set();
    notes.keys.set(place, keys.add(key));
    note(part, under(place, key), notes);
  }
}
