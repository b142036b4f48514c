import { expect, it } from 'vitest';

import type { PreparedRule } from '../../src/evaluate/prepare.ts';
import { prepareRules } from '../../src/scan/prepare-rules.ts';
import { parametersOf } from '../../src/scan/test-rules.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { randomFrom } from './language/random.ts';
import type { Random } from './language/random.ts';
import { completed } from './soundness/completed.ts';
import { openUp } from './soundness/open-up.ts';
import { declarationsOf, estateOf, situationOf } from './soundness/situation.ts';
import type { Situation } from './soundness/situation.ts';
import { oneOf, storeOf } from './soundness/store.ts';
import { compare, verdictsOf } from './soundness/verdicts.ts';

/*
 * What is decided while something is unknown must hold however the unknown turns out: the inputs of all cases are opened
 * up at random, every rule is asked, everything open turns out at random, and every rule is asked again.
 */

const rounds = 5_000;
const completions = 6;

const { rules, types, facts } = await loadCatalogue();
const situations = rules.flatMap(({ cases }) => cases.map(situationOf));
const store = storeOf(situations.flatMap(declarationsOf));

/** Each rule once for each set of parameters that its cases give it. */
const prepared = await Promise.all(
  rules.map(async ({ rule, cases }) => {
    const sets = new Map(cases.map(one => [JSON.stringify(one.params), parametersOf(rule, one)]));
    const applied = [...sets.values()].map(parameters => ({ rule, severity: rule.severity, parameters }));
    return prepareRules(applied, facts);
  }),
);

/** Rules that ask their own stack alone say nothing of what other stacks point at. */
const inStack = new Set(
  rules.flatMap(({ rule }) =>
    JSON.stringify([rule.let, rule.each, rule.where, rule.assert]).includes("'stack'") ? [rule.id] : [],
  ),
);
const looksAround = ({ rule }: PreparedRule): boolean => !inStack.has(rule.id);

function rechecked(situation: Situation, random: Random): readonly ReturnType<typeof compare>[] {
  const asked = prepared.flatMap(sets => oneOf(sets, random) ?? []);
  const opened = openUp(situation, { random, store, rate: random.pick([0.03, 0.1, 0.25]) });
  const estate = estateOf(opened, types);
  const before = verdictsOf(estate, asked, types);
  return Array.from({ length: completions }, () => {
    const whole = completed(opened, estate, { random, store, types });
    if (!whole) return { compared: 0, flips: [] };
    return compare(
      before,
      verdictsOf(whole.estate, whole.reached ? asked.filter(looksAround) : asked, types),
    );
  });
}

it('never flips what it decided', () => {
  let compared = 0;
  const flips: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const random = randomFrom(round);
    const situation = oneOf(situations, random);
    for (const comparison of situation ? rechecked(situation, random) : []) {
      compared += comparison.compared;
      flips.push(...comparison.flips.map(flip => `round ${round}: ${flip}`));
    }
  }
  expect(flips, `of ${compared} decided verdicts that were compared`).toEqual([]);
  expect(compared).toBeGreaterThan(50_000);
}, 120_000);
