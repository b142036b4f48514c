import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { loadFacts } from '../../src/catalog/facts.ts';
import { packageFolder } from '../../src/catalog/package-folder.ts';
import { mismatch } from '../../src/catalog/parameter-type.ts';
import { loadPolicies, shippedPolicies } from '../../src/catalog/policies.ts';
import type { PolicyFile } from '../../src/catalog/policy-file.ts';
import { parameterHelp, refuseIdleSelections, resolvePolicy } from '../../src/catalog/resolve-policy.ts';
import { loadRules } from '../../src/catalog/rules.ts';
import { loadTypes } from '../../src/catalog/types.ts';

const types = loadTypes(join(packageFolder, 'types'));
const { rules } = await loadRules(
  [{ path: join(packageFolder, 'rules'), name: 'rules', trusted: true }],
  types,
);
const { regions } = loadFacts(join(packageFolder, 'facts'));

const load = (name: string): Promise<readonly PolicyFile[]> =>
  loadPolicies([{ name, folder: packageFolder, where: 'test' }], packageFolder);

const resolve = (policies: readonly PolicyFile[]) =>
  resolvePolicy({ policies, rules, own: new Set(), config: [], commandLine: [] });

describe.each(shippedPolicies())('%s', name => {
  test('selects rules that exist, with parameters that they have', async () => {
    const policies = await load(name);
    policies.forEach(policy => refuseIdleSelections(policy, rules));
    const selected = resolve(policies).filter(({ enabled }) => enabled);
    expect(selected).not.toEqual([]);
  });

  test('says for whom it is', async () => {
    const policies = await load(name);
    expect(policies.at(-1)?.policy.description).toMatch(/\.$/);
  });
});

test('the baseline leaves no rule out', async () => {
  const resolved = resolve(await load('genai-baseline'));
  expect(resolved.filter(({ enabled }) => !enabled).map(({ rule }) => rule.id)).toEqual([]);
});

test('the baseline explains every parameter that somebody must set, with an example that fits', async () => {
  const policies = await load('genai-baseline');
  const help = parameterHelp(policies);
  const missing = resolve(policies).flatMap(({ rule, missing: names }) =>
    names.map(name => [rule.params[name], help[name]] as const),
  );
  expect(missing.length).toBeGreaterThan(0);
  for (const [parameter, said] of missing) {
    expect(said?.example).toBeDefined();
    expect(parameter && said?.example !== undefined && mismatch(parameter, said.example)).toBeUndefined();
  }
});

const isIn = (wanted: Readonly<Record<string, unknown>>) => (row: unknown) =>
  typeof row === 'object' &&
  row !== null &&
  Object.entries(row).filter(([key, value]) => wanted[key] === value).length === Object.keys(wanted).length;

test('what the baseline explains, rules have; its examples fit', async () => {
  const help = Object.entries(parameterHelp(await load('genai-baseline')));
  const misfits = help.filter(([name, { example }]) => {
    const declared = rules.flatMap(({ params }) => params[name] ?? []);
    return (
      declared.length === 0 ||
      declared.some(one => example === undefined || mismatch(one, example) !== undefined)
    );
  });
  expect(misfits).toEqual([]);
});

describe('the lists of Regions are those that AWS publishes', () => {
  test.each([
    ['residency-eu', { eu: true, partition: 'aws' }],
    ['residency-us', { country: 'US', partition: 'aws' }],
    ['residency-us-gov', { partition: 'aws-us-gov' }],
    ['residency-japan', { country: 'JP' }],
    ['residency-canada', { country: 'CA' }],
    ['residency-australia', { country: 'AU' }],
    ['residency-india', { country: 'IN' }],
  ])('%s', async (name, wanted) => {
    const policies = await load(name);
    const published = Object.entries(regions?.rows ?? {})
      .filter(([, row]) => isIn(wanted)(row))
      .map(([region]) => region);
    expect(policies.at(-1)?.policy.parameters['approvedRegions']).toEqual(published.toSorted());
  });
});
