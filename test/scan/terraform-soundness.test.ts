import { expect, it } from 'vitest';

import type { Verdict } from '../../src/model/finding.ts';
import { normalize } from '../../src/normalize/normalize.ts';
import { parseTerraform } from '../../src/parse/terraform/parse.ts';
import { prepareRules } from '../../src/scan/prepare-rules.ts';
import { parametersOf } from '../../src/scan/test-rules.ts';
import { randomFrom } from '../evaluate/language/random.ts';
import type { Random } from '../evaluate/language/random.ts';
import { oneOf } from '../evaluate/soundness/store.ts';
import { verdictsOf } from '../evaluate/soundness/verdicts.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { pairOf, poolOf } from './terraform-pair.ts';

/*
 * The Terraform of all cases with variables, data sources, modules out of view, counts and blocks in the place of what is
 * written, once as it is and once with all that the deployment would say. What was decided must not flip.
 */

const rounds = 4000;

const { rules, types, facts } = await loadCatalogue();
const roots = rules.flatMap(({ cases }) =>
  cases.flatMap(({ input, context }) => (input.kind === 'terraform' ? [{ text: input.text, context }] : [])),
);
const pool = poolOf(roots.map(({ text }) => text));

const prepared = await Promise.all(
  rules.map(async ({ rule, cases }) => {
    const sets = new Map(cases.map(one => [JSON.stringify(one.params), parametersOf(rule, one)]));
    const applied = [...sets.values()].map(parameters => ({ rule, severity: rule.severity, parameters }));
    return prepareRules(applied, facts);
  }),
);

type Verdicts = ReadonlyMap<string, Verdict>;

function flipsOf(before: Verdicts, after: Verdicts): { compared: number; flips: string[] } {
  const known = [...after.keys()];
  let compared = 0;
  const flips: string[] = [];
  for (const [key, was] of before) {
    if (was === 'unknown') continue;
    for (const match of matching(key, known, before)) {
      const is = after.get(match);
      if (is === undefined || is === 'unknown') continue;
      compared += 1;
      if ((was === 'fail') !== (is === 'fail')) flips.push(`${key} was ${was}, ${match} is ${is}`);
    }
  }
  return { compared, flips };
}

const matching = (
  key: string,
  keys: readonly string[],
  explicit: { has: (key: string) => boolean },
): readonly string[] => {
  if (!key.includes('[*]')) return [key];
  const pattern = new RegExp(
    `^${key
      .split('[*]')
      .map(part => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`))
      .join(String.raw`\[[^\]]*\]`)}$`,
  );
  return keys.filter(other => pattern.test(other) && !explicit.has(other));
};

it('never flips what it decided of a root module', () => {
  let compared = 0;
  const flips: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const comparison = rechecked(randomFrom(round));
    compared += comparison.compared;
    flips.push(...comparison.flips.map(flip => `round ${round}: ${flip}`));
  }
  expect(flips, `of ${compared} decided verdicts that were compared`).toEqual([]);
  expect(compared).toBeGreaterThan(10_000);
}, 300_000);

function rechecked(random: Random): { readonly compared: number; readonly flips: readonly string[] } {
  const source = oneOf(roots, random);
  if (!source) return { compared: 0, flips: [] };
  const pair = pairOf(source.text, random, pool);
  const asked = prepared.flatMap(sets => oneOf(sets, random) ?? []);
  const place = { region: 'eu-central-1', account: '111122223333', ...source.context };
  const after = parseTerraform(pair.after, { placement: () => place });
  // What Terraform refuses is never deployed.
  if (after.problems.length > 0) return { compared: 0, flips: [] };
  const before = parseTerraform(pair.before, { placement: () => source.context });
  const [open, known] = [before, after].map(({ stacks }) =>
    verdictsOf(normalize(stacks, types).estate, asked, types),
  );
  return open && known ? flipsOf(open, known) : { compared: 0, flips: [] };
}
