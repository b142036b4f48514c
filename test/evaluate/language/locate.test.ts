import { describe, expect, it } from 'vitest';

import { compileExpression } from '../../../src/evaluate/language/compile.ts';
import type { CompileEnv, Variable } from '../../../src/evaluate/language/compiler.ts';
import { compileLocator, isPath } from '../../../src/evaluate/language/locate.ts';
import { parseExpression } from '../../../src/evaluate/language/parse.ts';
import type { Slot } from '../../../src/evaluate/language/runtime.ts';
import { computeElements } from '../../../src/evaluate/language/slot.ts';
import { regionOf } from '../../../src/model/source.ts';
import type { Origin } from '../../../src/model/source.ts';
import { known } from '../../../src/model/value.ts';
import type { Dict, Value } from '../../../src/model/value.ts';
import { frameOf, regex } from './evaluate-text.ts';
import { U, conditional, dictOf, line, listOf, resourceOf } from './sample-values.ts';

const at = <T extends Value>(value: T, number: number): T => ({ ...value, at: line(number) });
const dictAt = (number: number, entries: Readonly<Record<string, Value>>): Dict => ({
  ...dictOf(entries),
  at: line(number),
});

const allow = dictAt(12, {
  Effect: at(known('Allow'), 13),
  Action: at(known('a:B'), 14),
  Resource: at(listOf(at(known('x'), 16)), 15),
});
const deny = dictAt(18, { Effect: at(known('Deny'), 19), NotAction: at(known('c:D'), 20) });

const r = resourceOf(
  'Agent',
  dictAt(2, {
    Name: at(known('bot'), 3),
    Model: { ...known('m', line(4)), via: [{ what: 'parameter Model', at: line(30) }] },
    Guardrail: dictAt(5, { Id: at(known('g'), 6) }),
    Gone: { kind: 'absent', at: line(7) },
    Missing: { ...U, at: line(8) },
    Maybe: conditional('off', at(known('on'), 9), at(known('off'), 10)),
    Policy: dictAt(11, { Statement: at(listOf(allow, deny), 11) }),
    Single: dictAt(22, { Statement: allow }),
    Text: at(known('plain'), 23),
  }),
  {
    tags: dictAt(25, { owner: at(known('me'), 26), 'a b': at(known('c'), 27) }),
    region: at(known('eu-west-1'), 28),
  },
);

const other = resourceOf('Key', dictAt(32, { Rotation: at(known(true), 33) }), { at: line(31) });

function run(text: string, env: CompileEnv): ReturnType<typeof compileExpression> {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.diagnostic.message);
  return compileExpression(parsed.expr, env);
}

const lineOf = (origin: Origin | undefined): number | undefined =>
  origin?.kind === 'span' ? regionOf(origin).line : undefined;

/** Slots: `r`, `k` another resource, `s` the statement under `each`, and the `let`s. */
function place(text: string, lets: Readonly<Record<string, string>> = {}, each?: string): unknown {
  const variables = new Map<string, Variable>([
    ['r', { slot: 0 }],
    ['k', { slot: 1 }],
    ['s', { slot: 2 }],
  ]);
  const env = { variables, slots: { count: 3 }, regex };
  for (const [name, definition] of Object.entries(lets))
    variables.set(name, {
      slot: env.slots.count++,
      definition: run(definition, { ...env, variables: new Map(variables) }),
    });
  const slots: (Slot | undefined)[] = [r, other];
  const frame = frameOf(slots);
  if (each !== undefined) {
    const elements = computeElements(run(each, env), frame);
    slots[2] = elements.kind === 'elements' ? elements.items.at(-1) : elements;
  }
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.diagnostic.message);
  const { property, origin, found, via, resource } = compileLocator(parsed.expr, env)(frame);
  const links = via.map(({ what }) => what);
  return [property, lineOf(origin), found, resource?.name, ...links];
}

describe('paths from the resource', () => {
  it.each<[string, unknown]>([
    ['r', [undefined, 1, true, 'Agent']],
    ['r.Name', ['Name', 3, true, 'Agent']],
    ['r.Model', ['Model', 4, true, 'Agent', 'parameter Model']],
    ['r.Guardrail.Id', ['Guardrail.Id', 6, true, 'Agent']],
    ['r.Guardrail.Version', ['Guardrail.Version', 5, false, 'Agent']],
    ['r.Nowhere', ['Nowhere', 2, false, 'Agent']],
    ['r.Nowhere.At.All', ['Nowhere.At.All', 2, false, 'Agent']],
    ['r.Gone', ['Gone', 7, false, 'Agent']],
    ['r.Missing', ['Missing', 8, true, 'Agent']],
    ['r.Missing.Inner', ['Missing.Inner', 8, false, 'Agent']],
    ['r.Maybe', ['Maybe', 10, true, 'Agent']],
    ['r.Text.Inner', ['Text.Inner', 23, false, 'Agent']],
    ['r.?Guardrail.?Id', ['Guardrail.Id', 6, true, 'Agent']],
    ["r['Name']", ['Name', 3, true, 'Agent']],
    ["r.tags['owner']", ['Tags.owner', 26, true, 'Agent']],
    ["r.tags['a b']", ['Tags["a b"]', 27, true, 'Agent']],
    ['r.tags.cost', ['Tags.cost', 25, false, 'Agent']],
    ['r.region', [undefined, 28, true, 'Agent']],
    ['r.account', [undefined, 1, true, 'Agent']],
    ['r.Policy.Statement[1].Effect', ['Policy.Statement[1].Effect', 19, true, 'Agent']],
    ['r.Policy.Statement[7]', ['Policy.Statement[7]', 11, false, 'Agent']],
    ['k.Rotation', ['Rotation', 33, true, 'Key']],
    ['k', [undefined, 31, true, 'Key']],
    ['nobody.x', ['x', undefined, false, undefined]],
  ])('%s', (text, expected) => {
    expect(place(text)).toEqual(expected);
  });
});

describe('virtual fields', () => {
  it.each<[string, unknown]>([
    ['r.Policy.statements', ['Policy.Statement', 11, true, 'Agent']],
    ['r.Policy.statements[0].actions', ['Policy.Statement[0].Action', 14, true, 'Agent']],
    ['r.Policy.statements[0].resources[0]', ['Policy.Statement[0].Resource[0]', 16, true, 'Agent']],
    ['r.Policy.statements[1].actions', ['Policy.Statement[1].NotAction', 20, true, 'Agent']],
    ['r.Policy.statements[1].conditions', ['Policy.Statement[1].Condition', 18, false, 'Agent']],
    ['r.Single.statements[0].Effect', ['Single.Statement.Effect', 13, true, 'Agent']],
  ])('%s', (text, expected) => {
    expect(place(text)).toEqual(expected);
  });
});

describe('variables', () => {
  it('finds the element of an each', () => {
    expect(place('s', {}, 'r.Policy.statements')).toEqual(['Policy.Statement[1]', 18, true, 'Agent']);
    expect(place('s.actions', {}, 'r.Policy.statements')).toEqual([
      'Policy.Statement[1].NotAction',
      20,
      true,
      'Agent',
    ]);
    expect(place('s', {}, "r.Policy.statements.filter(x, x.Effect == 'Allow')")).toEqual([
      'Policy.Statement[0]',
      12,
      true,
      'Agent',
    ]);
    expect(place('s', {}, 'r.Policy.statements[0].resources')).toEqual([
      'Policy.Statement[0].Resource[0]',
      16,
      true,
      'Agent',
    ]);
    expect(place('s.Rotation', {}, '[k]')).toEqual(['Rotation', 33, true, 'Key']);
  });

  it('follows a let that is a path, and looks for what any other let gives', () => {
    expect(place('g.Id', { g: 'r.Guardrail' })).toEqual(['Guardrail.Id', 6, true, 'Agent']);
    expect(place('m', { m: 'r.Model' })).toEqual(['Model', 4, true, 'Agent', 'parameter Model']);
    expect(place('m', { g: 'r.Guardrail', m: 'g.Id' })).toEqual(['Guardrail.Id', 6, true, 'Agent']);
    expect(place('f[0]', { f: "r.Policy.statements.filter(x, x.Effect == 'Deny')" })).toEqual([
      'Policy.Statement[1]',
      18,
      true,
      'Agent',
    ]);
    expect(place('c', { c: "'computed'" })).toEqual([undefined, undefined, true, undefined]);
  });
});

it.each([
  ['r', true],
  ['r.a.b', true],
  ['r.a[0].b', true],
  ["r['x']", true],
  ['r.?a', true],
  ['1', false],
  ['size(r)', false],
  ['r.a.filter(x, true)', false],
  ['[r][0]', false],
])('tells paths from other expressions: %s', (text, expected) => {
  const parsed = parseExpression(text);
  expect(parsed.ok && isPath(parsed.expr)).toBe(expected);
});
