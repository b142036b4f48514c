import { expect, test } from 'vitest';

import { parseExpression } from '../../src/evaluate/language/parse.ts';
import { testRules } from '../../src/scan/test-rules.ts';
import { loadCatalogue } from './catalogue.ts';
import { mutantsOf } from './mutants.ts';
import type { Mutant } from './mutants.ts';

const { rules, types, facts } = await loadCatalogue();

type Cases = (typeof rules)[number]['cases'];

/** Whether every case of the rule holds for its mutant too, so that none tells the two apart. */
async function survives({ rule, what }: Mutant, [first, ...rest]: Cases): Promise<boolean> {
  if (!first) return true;
  const [result] = await testRules({ rules: [{ rule, cases: [first] }], types, facts });
  return result?.details.length === 0 && survives({ rule, what }, rest);
}

const mutants = rules.flatMap(({ rule, cases }) => mutantsOf(rule).map(mutant => ({ mutant, cases })));

test('a mutant is an expression like any other', () => {
  expect(mutants.filter(({ mutant: { what } }) => !parseExpression(what).ok)).toEqual([]);
});

test('flipping an operator of a rule makes one of its cases fail, for at least 97 % of the mutants', async () => {
  const outcomes = await Promise.all(
    mutants.map(async ({ mutant, cases }) => ({ ...mutant, survived: await survives(mutant, cases) })),
  );
  const survivors = outcomes.filter(({ survived }) => survived);
  const list = survivors.map(({ rule, what }) => `${rule.id}: ${what}`).join('\n');
  expect(outcomes.length).toBeGreaterThan(150);
  const killed = (outcomes.length - survivors.length) / outcomes.length;
  expect(killed, `survivors of ${outcomes.length}:\n${list}`).toBeGreaterThanOrEqual(0.97);
}, 120_000);
