import { describe, expect, it } from 'vitest';

import { builtinKey } from '../../../src/evaluate/language/functions/builtin.ts';
import type { Builtin } from '../../../src/evaluate/language/functions/builtin.ts';
import { builtins, builtinTable } from '../../../src/evaluate/language/functions/table.ts';
import type { Operand, Slot } from '../../../src/evaluate/language/runtime.ts';
import type { Type } from '../../../src/evaluate/language/type.ts';
import { known } from '../../../src/model/value.ts';
import { evaluateText, plain } from './evaluate-text.ts';
import { S, U, dictOf, listOf, openList, referenceTo, resourceOf, textOf } from './sample-values.ts';

/*
 * Made from the table of functions: every function, in every argument position, with everything an argument can be. A new
 * function is in here by itself, and needs a sample when it takes a new type.
 */

const statementOf = (effect: string): Slot =>
  dictOf({ Effect: known(effect), Action: known('s3:*'), Resource: known('arn:aws:s3:::b/*') });

const failed: Operand = { kind: 'failure', message: 'broken' };

/** Arguments with which a function does something; by name, else by type. */
const samples: Readonly<Record<string, readonly Slot[]>> = {
  arn: ['arn:aws:s3:::b'],
  bool: ['true'],
  int: ['7'],
  double: ['7.5'],
  cidrContains: ['10.0.0.0/8', '10.1.0.0/16'],
  join: [{ kind: 'list', items: ['a', 'b'] }, '-'],
  linked: [resourceOf('A', dictOf({})), 'X', 'T'],
  linkedFrom: [resourceOf('A', dictOf({})), 'X', 'T', 'stack'],
  resources: ['T', 'stack'],
  substring: ['abc', 1, 2],
  value: [{ kind: 'optional', value: 1 }],
  hasValue: [{ kind: 'optional', value: 1 }],
  size: ['abc'],
  deniesAction: [statementOf('Deny'), 's3:GetObject'],
};

function sampleOf(types: readonly Type[]): Slot {
  const [type] = types;
  switch (type?.kind) {
    case 'string':
      return 'a';
    case 'list':
      return { kind: 'list', items: ['b', 'a'] };
    case 'object':
      return statementOf('Allow');
    default:
      return 'a';
  }
}

const argumentsOf = ({ name, takes }: Builtin): readonly Slot[] =>
  takes.map((types, index) => samples[name]?.[index] ?? sampleOf(types));

/** Calls the function through the compiler, as an expression does. */
function call({ name, style }: Builtin, args: readonly Slot[]): Operand {
  const names = args.map((_, index) => `x${index}`);
  const [receiver, ...others] = names;
  const text =
    style === 'method' ? `${receiver}.${name}(${others.join(', ')})` : `${name}(${names.join(', ')})`;
  return evaluateText(text, Object.fromEntries(names.map((key, index) => [key, args[index] ?? null])));
}

const positions = builtins.flatMap(builtin =>
  builtin.takes.map((_, index) => ({
    builtin,
    index,
    title: `${builtin.name}/${builtin.takes.length} argument ${index}`,
  })),
);

const withArgument = (builtin: Builtin, index: number, value: Slot): readonly Slot[] =>
  argumentsOf(builtin).with(index, value);

const isDecided = (operand: Operand): boolean => typeof operand !== 'object' || operand === null;

describe('every function', () => {
  it.each(builtins.map(builtin => ({ builtin, title: `${builtin.name}/${builtin.takes.length}` })))(
    'does something: $title',
    ({ builtin }) => {
      const result = plain(call(builtin, argumentsOf(builtin)));
      expect(result === '<failure>' || (result === '<unknown>' && builtin.name !== 'unknown')).toBe(false);
    },
  );

  it('is in the table under a name of its own', () => {
    expect(builtinTable.size).toBe(builtins.length);
    expect(builtinTable.has(builtinKey('method', 'startsWith', 1))).toBe(true);
  });
});

describe.each(positions)('$title', ({ builtin, index }) => {
  it('says unknown of an unknown', () => {
    expect(plain(call(builtin, withArgument(builtin, index, U)))).toBe('<unknown>');
    expect(plain(call(builtin, withArgument(builtin, index, S)))).toBe('<unknown>');
  });

  it('says unknown of an unknown beside a failure', () => {
    const args = withArgument(builtin, index, U).map((arg, at) => (at === index ? arg : failed));
    expect(plain(call(builtin, args))).toBe('<unknown>');
  });

  it('passes a failure on', () => {
    expect(plain(call(builtin, withArgument(builtin, index, failed)))).toBe('<failure>');
  });

  it('decides nothing of a hole', () => {
    const result = call(builtin, withArgument(builtin, index, textOf(S)));
    expect(isDecided(result) && holeMayDecide(builtin)).toBe(false);
  });

  it('decides nothing of a reference', () => {
    const result = call(builtin, withArgument(builtin, index, referenceTo('f#X')));
    expect(isDecided(result) && holeMayDecide(builtin)).toBe(false);
  });

  it.each([
    1,
    true,
    null,
    'zz',
    { kind: 'list', items: [] },
    { kind: 'dict', entries: new Map() },
    { kind: 'optional' },
  ] as const)('answers %j without throwing', value => {
    expect(() => call(builtin, withArgument(builtin, index, value))).not.toThrow();
  });
});

const listPositions = positions.filter(({ builtin, index }) =>
  (builtin.takes[index] ?? []).some(({ kind }) => kind === 'list' || builtin.name === 'dyn'),
);

it.each(listPositions)('finds no end to an open list: $title', ({ builtin, index }) => {
  const open = call(builtin, withArgument(builtin, index, openList(known('b'), known('a'))));
  expect(plain(open)).not.toEqual('<failure>');
  expect(isDecided(open)).toBe(false);
  expect(plain(open)).not.toEqual(
    plain(call(builtin, withArgument(builtin, index, listOf(known('b'), known('a'))))),
  );
});

it.each(positions)('fails for a map where it wants something else: $title', ({ builtin, index }) => {
  const takesMaps = (builtin.takes[index] ?? []).some(({ kind }) => kind === 'map' || builtin.name === 'dyn');
  const result = call(builtin, withArgument(builtin, index, { kind: 'dict', entries: new Map() }));
  expect(plain(result) === '<failure>' || takesMaps).toBe(true);
});

/** `dyn(x)` is x. */
const holeMayDecide = ({ name }: Builtin): boolean => name !== 'dyn';
