import { expect, it } from 'vitest';

import { normalize } from '../../src/normalize/normalize.ts';
import { parseCloudFormation } from '../../src/parse/cloudformation/parse.ts';
import type { Template } from '../../src/parse/cloudformation/template.ts';
import { prepareRules } from '../../src/scan/prepare-rules.ts';
import { parametersOf } from '../../src/scan/test-rules.ts';
import { readDocument } from '../../src/syntax/read.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { randomFrom } from './language/random.ts';
import type { Random } from './language/random.ts';
import { oneOf } from './soundness/store.ts';
import { pairOf, plain } from './soundness/template-pair.ts';
import type { Json, TemplatePair } from './soundness/template-pair.ts';
import { compare, verdictsOf } from './soundness/verdicts.ts';

/*
 * The same from the text on: templates of all cases with parameters, conditions, imports, look-ups and macros in the place
 * of values, once as they are and once with all that the deployment would say. What was decided must not flip.
 */

const rounds = 10_000;

const { rules, types, facts } = await loadCatalogue();
const templates = rules.flatMap(({ cases }) =>
  cases.flatMap(({ input, context }) =>
    input.kind === 'cloudformation' ? [{ template: plain(input.tree), context }] : [],
  ),
);
const pool = [...new Set(templates.flatMap(({ template }) => textsOf(template)))];

const prepared = await Promise.all(
  rules.map(async ({ rule, cases }) => {
    const sets = new Map(cases.map(one => [JSON.stringify(one.params), parametersOf(rule, one)]));
    const applied = [...sets.values()].map(parameters => ({ rule, severity: rule.severity, parameters }));
    return prepareRules(applied, facts);
  }),
);

function textsOf(value: Json): string[] {
  if (typeof value !== 'object') return [String(value)];
  return value === null ? [] : Object.values(value).flatMap(textsOf);
}

function templateOf(path: string, json: Json, more: Partial<Template>): Template {
  const document = readDocument({ path, text: JSON.stringify(json) });
  if (!document.ok) throw new Error(JSON.stringify(document.problems));
  return { file: document.file, root: document.root, ...more };
}

function exportsOf({ exported }: TemplatePair): Json {
  const outputs = [...exported].map(([name, value], index) => [
    `Out${index}`,
    { Value: value, Export: { Name: name } },
  ]);
  return { Resources: { Topic: { Type: 'AWS::SNS::Topic' } }, Outputs: Object.fromEntries(outputs) };
}

function rechecked(random: Random): ReturnType<typeof compare> {
  const source = oneOf(templates, random);
  const pair = source && pairOf(source.template, { random, pool, rate: random.pick([0.05, 0.15, 0.3]) });
  if (!pair) return { compared: 0, flips: [] };
  const asked = prepared.flatMap(sets => oneOf(sets, random) ?? []);
  const via = { what: 'the deployment' };
  const parameters = new Map([...pair.given].map(([name, value]) => [name, { value, via }]));
  const place = { region: random.pick(['eu-central-1', 'us-east-1']), account: '111122223333' };
  const [before, after] = [
    [templateOf('a.json', pair.before, { placement: source.context })],
    [
      templateOf('a.json', pair.after, { placement: { ...place, ...source.context }, parameters }),
      templateOf('b.json', exportsOf(pair), { placement: { ...place, ...source.context } }),
    ],
  ].map(inputs => verdictsOf(normalize(parseCloudFormation(inputs).stacks, types).estate, asked, types));
  return before && after ? compare(before, after) : { compared: 0, flips: [] };
}

it('never flips what it decided of a template', () => {
  let compared = 0;
  const flips: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const comparison = rechecked(randomFrom(round));
    compared += comparison.compared;
    flips.push(...comparison.flips.map(flip => `round ${round}: ${flip}`));
  }
  expect(flips, `of ${compared} decided verdicts that were compared`).toEqual([]);
  expect(compared).toBeGreaterThan(25_000);
}, 120_000);
