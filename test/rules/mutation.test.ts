import { expect, test } from 'vitest';

import { testRules } from '../../src/scan/test-rules.ts';
import { loadCatalogue } from './catalogue.ts';
import { mutantsOf } from './mutants.ts';

const { rules, types, facts } = await loadCatalogue();

test('flipping an operator of a rule makes one of its cases fail, for at least 95 % of the mutants', async () => {
  const mutants = rules.flatMap(({ rule, cases }) =>
    mutantsOf(rule).map(({ rule: mutated, what }) => ({ rule: mutated, what, cases })),
  );
  const total = mutants.length;
  const outcomes = await Promise.all(
    mutants.map(async ({ rule, what, cases }) => {
      const results = await testRules({ rules: [{ rule, cases }], types, facts });
      return results.every(({ details }) => details.length === 0) ? [`${rule.id}: ${what}`] : [];
    }),
  );
  const survivors = outcomes.flat();
  expect(total).toBeGreaterThan(150);
  const killed = (total - survivors.length) / total;
  expect(killed, `survivors of ${total}:\n${survivors.join('\n')}`).toBeGreaterThanOrEqual(0.95);
});
