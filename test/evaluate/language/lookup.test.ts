import { expect, test } from 'vitest';

import { compileExpression, compileLookup } from '../../../src/evaluate/language/compile.ts';
import type { CompileEnv } from '../../../src/evaluate/language/compiler.ts';
import { inputOf } from '../../../src/evaluate/language/lookup.ts';
import { parseExpression } from '../../../src/evaluate/language/parse.ts';
import { plainValue } from '../../../src/evaluate/language/plain-value.ts';
import type { Slot } from '../../../src/evaluate/language/runtime.ts';
import { unknown } from '../../../src/model/value.ts';
import { frameOf, regex } from './evaluate-text.ts';
import { listOf, oneOf, referenceTo, S, segment, textOf, U } from './sample-values.ts';

const facts = plainValue({
  models: { 'nova-lite': { eu: ['a', 'b'] }, 'nova-pro': { us: ['c'] }, '7': { eu: [] } },
  names: ['nova-lite', 'nova-pro'],
});

const env = (): CompileEnv => ({
  variables: new Map([
    ['r', { slot: 0 }],
    ['params', { slot: 1 }],
    ['facts', { slot: 2 }],
    ['model', { slot: 3 }],
    ['other', { slot: 4 }],
  ]),
  slots: { count: 5 },
  regex,
});

const parsed = (text: string) => {
  const outcome = parseExpression(text);
  if (!outcome.ok) throw new Error(outcome.diagnostic.message);
  return outcome.expr;
};

const lookups = [
  "facts.models.filter(id, model == id || model.endsWith('/' + id))",
  'facts.models.exists(id, model == id)',
  "facts.models[?model].?eu.orValue(['none'])",
  "facts.models.map(id, id + '@' + model)",
  "model in facts.names ? 'known' : unknown('whether ' + model + ' is in the table')",
  "facts.names.filter(id, model.matches('^x')).map(id, model)",
  'facts.names.exists_one(id, id != model)',
  'facts.names.all(id, size(model) > params.least || model.contains(id))',
  'facts.names.filter(id, model == model)',
];

const inputs: readonly Slot[] = [
  'nova-lite',
  'x/nova-pro',
  '',
  '7',
  7,
  true,
  null,
  U,
  S,
  { ...U, one: 'f#Model' },
  { ...S, one: 'f#Model' },
  { ...S, one: 'f#Other' },
  segment,
  unknown('access-denied', [{ what: 'the role may not' }]),
  { ...unknown('access-denied', [{ what: 'the role may not' }]), set: true },
  textOf('nova-', S),
  textOf('x/', segment, '/nova-lite'),
  referenceTo('f#Model'),
  listOf(),
  oneOf('Model', 'nova-lite', 'nova-pro'),
  { kind: 'sealed', of: 'nova-lite' },
  { kind: 'known', value: 'nova-pro', sensitive: true },
];

const slotsWith = (input: Slot): Slot[] => ['r', plainValue({ least: 3 }), facts, input, 'other'];

test.each(lookups)('a look-up gives what the expression gives, however often it is asked: %s', text => {
  const plainly = compileExpression(parsed(text), env());
  const lookup = compileLookup(parsed(text), env());
  for (const input of [...inputs, ...inputs.toReversed(), ...inputs]) {
    const [one, other] = [frameOf(slotsWith(input)), frameOf(slotsWith(input))];
    expect(lookup(one)).toEqual(plainly(other));
    expect(one.budget).toEqual(other.budget);
    expect(one.reads).toEqual(other.reads);
  }
});

test.each([
  ['facts.models.exists(id, id == model)', 'model'],
  ['facts.models.exists(id, id == model && model == other)', undefined],
  ['facts.models.exists(id, id == model && r.Name == id)', undefined],
  ["facts.models.exists(id, model.refersTo('AWS::KMS::Key'))", undefined],
  ["facts.models.exists(id, resources('AWS::KMS::Key').exists(k, k.name == model))", undefined],
  ['params.models.exists(id, id == model)', undefined],
  ['facts.models.exists(id, id == params.model)', undefined],
])('%s depends on %s', (text, expected) => {
  expect(inputOf(parsed(text), env())).toBe(expected);
});
