import { expect, test } from 'vitest';

import { isFields, type Fields } from '../../../src/parse/terraform-plan/json.ts';
import { parsePlans } from '../../../src/parse/terraform-plan/parse.ts';
import { agentsPlan, filesOf, parse, plain, planOf } from './show.ts';

/** The names of a plan's resources with what is known of them. */
function shown(text: string): unknown {
  const { stacks, problems } = parse(text);
  expect(problems).toEqual([]);
  return stacks.flatMap(({ declarations }) =>
    declarations.map(({ name, properties }) => [name, plain(properties)] as const),
  );
}

/** The plan of the fixture, changed. */
function changed(change: (plan: Fields) => Fields): string {
  const plan: unknown = JSON.parse(agentsPlan());
  if (!isFields(plan)) throw new Error('no plan');
  return JSON.stringify(change(plan));
}

const without = (plan: Fields, ...keys: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(plan).filter(([key]) => !keys.includes(key)));

const newer = ['relevant_attributes', 'timestamp', 'applyable', 'complete', 'errored', 'checks'];

test.each([
  ['1.1', changed(plan => ({ ...without(plan, 'applyable', 'complete'), format_version: '1.1' }))],
  ['1.0', changed(plan => ({ ...without(plan, ...newer), format_version: '1.0' }))],
  ['0.2', changed(plan => ({ ...without(plan, ...newer), format_version: '0.2' }))],
  [
    '0.1, without the version of Terraform',
    changed(plan => ({ ...without(plan, ...newer, 'terraform_version'), format_version: '0.1' })),
  ],
  ['1.2 of OpenTofu', agentsPlan().replaceAll('registry.terraform.io/', 'registry.opentofu.org/')],
  [
    '1.2 over many lines',
    changed(plan => plan).replace(/.*/s, text => JSON.stringify(JSON.parse(text), undefined, 2)),
  ],
  [
    '1.9 with keys that nobody knows yet',
    changed(plan => ({ ...plan, format_version: '1.9', news: [{ a: 1 }] })),
  ],
])('format %s says the same', (_, text) => {
  expect(shown(text)).toEqual(shown(agentsPlan()));
});

test('without configuration, what is known stays known and the rest is not', () => {
  const bare = shown(changed(plan => without(plan, 'configuration', 'prior_state')));
  expect(bare).toContainEqual([
    'aws_s3_bucket_policy.logs',
    {
      arn: '? arn is known after apply, and the plan does not show what it is made from',
      bucket: '? bucket is known after apply, and the plan does not show what it is made from',
      id: '? id is known after apply, and the plan does not show what it is made from',
      policy: '? policy is known after apply, and the plan does not show what it is made from',
    },
  ]);
});

const names = (list: unknown): readonly string[] =>
  (Array.isArray(list) ? list : [])
    .map((one: unknown) => (Array.isArray(one) ? String(one[0]) : ''))
    .toSorted();

test('without changes, the planned values are read', () => {
  const all = shown(agentsPlan());
  const fallback = shown(changed(plan => without(plan, 'resource_changes')));
  expect(names(fallback)).toEqual(names(all));
  expect(fallback).toContainEqual([
    'module.kms.aws_kms_alias.this',
    { name: 'alias/genai', target_key_id: '→ .#module.kms.aws_kms_key.this.key_id' },
  ]);
});

test('a plan without anything declares nothing', () => {
  const { stacks, problems } = parse('{"format_version":"1.2"}');
  expect(stacks.map(({ declarations, openings }) => [declarations, openings])).toEqual([[[], []]]);
  expect(problems).toEqual([]);
});

test.each([
  [
    'an error',
    { errored: true },
    'making the plan ended with an error, so that it does not hold everything; correct that, and make it again',
  ],
  [
    '-target',
    { complete: false },
    'the plan is not complete: it was made with -target or -exclude, or puts off changes; make it without',
  ],
])('a plan that is not whole because of %s is open', (_, more, expected) => {
  const { stacks } = parse(planOf([], more));
  expect(stacks[0]?.openings.map(({ types, because }) => [types, because.chain[0]?.what])).toEqual([
    ['all', expected],
  ]);
});

const kms = (name: string, more = {}) => ({ address: `aws_kms_key.${name}`, expressions: {}, ...more });

/** What is open in a plan of one key, of which the configuration declares this. */
function opened(resources: readonly unknown[], more = {}): unknown {
  const configuration = { root_module: { resources, ...more } };
  const { stacks } = parse(planOf([{ address: 'aws_kms_key.a' }], { configuration }));
  return stacks[0]?.openings.map(({ types, parts, because }) => [types, parts, because.chain[0]?.what]);
}

test('a plan that was made with -target and does not say so is open', () => {
  const module_calls = { app: { module: { resources: [{ address: 'aws_kms_key_policy.p' }] } } };
  const counted = kms('c', { count_expression: { references: ['var.c'] } });
  expect(opened([kms('a'), counted, { address: 'data.aws_region.here', mode: 'data' }])).toEqual([]);
  const types = ['aws_kms_key', 'aws_kms_key_policy'];
  expect(opened([kms('a'), kms('b'), counted], { module_calls })).toEqual([
    [
      types,
      types,
      'the plan does not hold aws_kms_key.b (and 2 more), which its configuration declares: it was made with -target or -exclude; make it without',
    ],
  ]);
});

test.each([
  ['of which a plan says that nothing is known', { after_unknown: true }],
  ['that has no change', undefined],
])('a resource %s is not known', (_, change) => {
  const resource_changes = [{ address: 'aws_kms_key.k', type: 'aws_kms_key', change }];
  const { stacks } = parse(planOf([], { resource_changes }));
  const [key] = stacks[0]?.declarations ?? [];
  expect(key?.properties).toMatchObject({
    rest: { chain: [{ what: 'the plan says nothing of what aws_kms_key.k will be' }] },
  });
});

test.each([
  ['has a resource twice', [{ address: 'a.b' }, { address: 'a.b' }], 'resource_changes has a.b twice'],
  ['has a change of nothing', [{ change: {} }], 'An item of resource_changes has no address'],
])('a plan that %s is broken', (_, resource_changes, message) => {
  const { stacks, problems } = parse(planOf([], { resource_changes }));
  expect(stacks).toEqual([]);
  expect(problems).toMatchObject([{ message: `cannot be parsed: ${message}`, fatal: true }]);
});

test('what is put off is open', () => {
  const deferred_changes = [{ reason: 'instance_count_unknown', resource_change: { type: 'aws_kms_key' } }];
  const { stacks } = parse(planOf([], { complete: false, deferred_changes }));
  expect(stacks[0]?.openings.map(({ types, because }) => [types, because.chain[0]?.what])).toEqual([
    ['all', 'the plan puts off aws_kms_key resources, which depend on what is known after it is applied'],
  ]);
  expect(stacks[0]?.openings).toMatchObject([{ reaches: 'all', parts: ['aws_kms_key'] }]);
});

test('what a plan leaves out may be a part of anything, of the types that are declared', () => {
  const root_module = {
    resources: [{ address: 'aws_kms_key.k' }],
    module_calls: { app: { module: { resources: [{ address: 'aws_kms_key_policy.p' }] } } },
  };
  const { stacks } = parse(planOf([], { complete: false, configuration: { root_module } }));
  expect(stacks[0]?.openings).toMatchObject([
    { reaches: 'all', parts: ['aws_kms_key', 'aws_kms_key_policy'] },
  ]);
});

test.each([
  [
    'a format of the future',
    '{"format_version":"2.0","resource_changes":[]}',
    'this plan has format 2.0, and formats from 2.0 on are not known here',
  ],
  [
    'a plan that is cut off',
    agentsPlan().slice(0, 9_000),
    'cannot be parsed: This string has no closing quote',
  ],
  [
    'a plan in something else',
    `terraform show -json\n${agentsPlan()}`,
    'cannot be parsed: Expected a value, found "terraform"',
  ],
  [
    'a broken resource',
    agentsPlan().replace('"actions":["create"]', '"actions":[create]'),
    'cannot be parsed: Expected a value, found "create"',
  ],
])('%s ends the run', (_, text, message) => {
  const { stacks, problems } = parse(text);
  expect(stacks).toEqual([]);
  expect(problems.map(problem => [problem.message, problem.path, problem.fatal])).toEqual([
    [message, 'plan.json', true],
  ]);
});

test('nothing in a plan is so deep that it ends the program', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const { problems } = parse(
    `{"format_version":"1.2","resource_changes":[{"address":"a.b","mode":"managed","change":${deep}}]}`,
  );
  expect(problems.map(({ fatal }) => fatal)).toEqual([true]);
});

test('plans that share a folder have keys of their own', () => {
  const text = planOf([{ address: 'aws_kms_key.k', unknown: { arn: true }, expressions: {} }]);
  const files = filesOf({ 'infra/main.tf': 'resource "aws_kms_key" "k" {}' });
  const both = ['infra/dev.json', 'infra/prod.json'].map(path => ({ path, text }));
  expect(parsePlans(both, { files }).stacks.map(({ key }) => key)).toEqual([
    'infra/dev.json',
    'infra/prod.json',
  ]);
  expect(parsePlans(both.slice(0, 1), { files }).stacks.map(({ key }) => key)).toEqual(['infra']);
  // Beside Terraform files that it was not made from.
  const other = filesOf({ 'infra/main.tf': 'resource "aws_s3_bucket" "b" {}' });
  const alone = parsePlans(both.slice(0, 1), { files: other, folders: ['infra'] });
  expect(alone.stacks.map(({ key }) => key)).toEqual(['infra/dev.json']);
});
