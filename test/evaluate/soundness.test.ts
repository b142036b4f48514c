import { expect, it } from 'vitest';

import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { PreparedRule } from '../../src/evaluate/prepare.ts';
import type { Verdict } from '../../src/model/finding.ts';
import { verdicts } from '../../src/model/finding.ts';
import type { Estate } from '../../src/model/resource.ts';
import { prepareRules } from '../../src/scan/prepare-rules.ts';
import { parametersOf } from '../../src/scan/test-rules.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { randomFrom } from './language/random.ts';
import { completed } from './soundness/completed.ts';
import { openUp } from './soundness/open-up.ts';
import { declarationsOf, estateOf, situationOf } from './soundness/situation.ts';
import { oneOf, storeOf } from './soundness/store.ts';

/*
 * What is decided while something is unknown must hold however the unknown turns out: the inputs of all cases are opened up
 * at random, every rule is asked, everything open turns out at random, and every rule is asked again.
 */

const rounds = Number(process.env['ROUNDS'] ?? 3000);
const completions = 6;
const seed = Number(process.env['SEED'] ?? 1);

const { rules, types, facts } = await loadCatalogue();
const cases = rules.flatMap(({ cases: own }) => own);
const situations = cases.map(situationOf);
const store = storeOf(situations.flatMap(declarationsOf));

/** Each rule once for each set of parameters that its cases give it. */
const prepared = await Promise.all(
  rules.map(async ({ rule, cases: own }) => {
    const sets = new Map(own.map(one => [JSON.stringify(one.params), parametersOf(rule, one)]));
    return prepareRules(
      [...sets.values()].map(parameters => ({ rule, severity: rule.severity, parameters })),
      facts,
    );
  }),
);

/** The worst verdict of each rule on each resource and scope. */
function verdictsOf(estate: Estate, asked: readonly PreparedRule[]): Map<string, Verdict> {
  const worst = new Map<string, Verdict>();
  for (const { rule, resource, verdict } of evaluate(estate, asked, { types, hash: text => text })) {
    const key = `${rule} ${resource.type} ${resource.key}`;
    const before = worst.get(key);
    if (!before || verdicts.indexOf(verdict) < verdicts.indexOf(before)) worst.set(key, verdict);
  }
  return worst;
}

/** A rule that asks its own stack alone says nothing of what other stacks point at. */
const looksAround = ({ rule }: PreparedRule): boolean =>
  !JSON.stringify([rule.let, rule.where, rule.assert]).includes("'stack'");

const isFlip = (before: Verdict, after: Verdict | undefined): boolean =>
  before === 'fail' ? after === 'pass' || after === 'not-applicable' : after === 'fail';

it('never flips what it decided', () => {
  const tally = { decided: 0, undecided: 0, compared: 0, unlike: 0, flips: 0 };
  const flips: string[] = [];
  for (let round = 0; round < rounds && flips.length < Number(process.env['MAX'] ?? 5); round += 1) {
    const random = randomFrom(seed * 1_000_003 + round);
    const situation = oneOf(situations, random);
    if (!situation) continue;
    const asked = prepared.flatMap(sets => oneOf(sets, random) ?? []);
    const opened = openUp(situation, { random, store, rate: random.pick([0.03, 0.1, 0.25]) });
    const estate = estateOf(opened, types);
    const before = verdictsOf(estate, asked);
    for (const verdict of before.values()) tally[verdict === 'unknown' ? 'undecided' : 'decided'] += 1;
    for (let index = 0; index < completions; index += 1) {
      const whole = completed(opened, estate, { random, store, types });
      if (!whole) continue;
      const after = verdictsOf(whole.estate, whole.reached ? asked.filter(looksAround) : asked);
      for (const [key, verdict] of before) {
        const settled = after.get(key);
        if (verdict === 'unknown' || settled === undefined || settled === 'unknown') continue;
        tally.compared += 1;
        if (settled !== verdict) tally.unlike += 1;
        if (!isFlip(verdict, settled)) continue;
        tally.flips += 1;
        flips.push(`round ${round}: ${key} was ${verdict}, is ${settled}`);
      }
    }
  }
  console.log(tally);
  expect(flips, JSON.stringify(tally)).toEqual([]);
  expect(tally.compared).toBeGreaterThan(50_000);
}, 300_000);
