import { describe, expect, test } from 'vitest';

import { loadPolicies } from '../../src/catalog/policies.ts';
import type { Setting } from '../../src/catalog/policy-file.ts';
import {
  appliedRules,
  notConfiguredRules,
  resolvePolicy,
  type Demands,
  type ResolvedRule,
} from '../../src/catalog/resolve-policy.ts';
import type { Rule } from '../../src/model/rule.ts';
import { folder } from '../scan/inputs/folder.ts';
import { mistake } from './mistakes.ts';
import { load, ruleText } from './rule-files.ts';

const rule = (id: string, params: string): string =>
  ruleText.replace('acme/owner', id).replace(/params:\n.*\n/, `params:\n${params}`);

const days = '  days: { type: int, default: 1, min: 1, description: Days to keep it. }\n';
const models = '  models: { type: list<string>, required: true, description: What may be used. }\n';

const rules = async (): Promise<readonly Rule[]> => {
  const { rules: loaded } = await load({
    'rules/acme/logs/rule.yaml': rule('acme/logs', days).concat('aliases: [acme/old-logs]\n'),
    'rules/acme/models/rule.yaml': rule('acme/models', models),
    'rules/own/thing/rule.yaml': rule('own/thing', days),
  });
  return loaded;
};

interface Voices extends Partial<Omit<Demands, 'policies'>> {
  readonly policies?: Record<string, string>;
}

/** Resolves with policies given as the lines under `title`. */
async function resolve({ policies = {}, ...rest }: Voices): Promise<readonly ResolvedRule[]> {
  const files = Object.entries(policies).map(([id, text]) => [
    `${id}.yaml`,
    `id: ${id}\ntitle: Policy ${id}\n${text}`,
  ]);
  const root = folder(Object.fromEntries(files));
  const names = Object.keys(policies).map(id => ({ name: `./${id}.yaml`, folder: root, where: 'test' }));
  return resolvePolicy({
    policies: await loadPolicies(names, root),
    rules: await rules(),
    own: new Set(['own/thing']),
    config: [],
    commandLine: [],
    ...rest,
  });
}

const config = (value: Setting['value']): readonly Setting[] => [
  { name: 'days', value, where: 'plumbline.yaml:2:3' },
];

async function daysOf(voices: Voices): Promise<unknown> {
  const resolved = await resolve(voices);
  return resolved.find(one => one.rule.id === 'acme/logs')?.parameters['days'];
}

describe('a later voice overrides an earlier one', () => {
  const base = "rules: ['acme/*']\nparameters: { days: 2 }\n";
  const special = 'rules: [{ match: acme/logs, parameters: { days: 3 } }]\n';
  const commandLine = [{ name: 'days', text: '7' }];

  test.each([
    ['the rule', {}, { value: 1, origin: 'rule', where: 'rules/acme/logs/rule.yaml' }],
    ['a policy', { policies: { base } }, { value: 2, origin: 'policy', where: 'base.yaml:4:15' }],
    [
      'a line of a policy',
      { policies: { base, special } },
      { value: 3, origin: 'policy', where: 'special.yaml:3:43' },
    ],
    [
      'a later policy',
      { policies: { special, base } },
      { value: 2, origin: 'policy', where: 'base.yaml:4:15' },
    ],
    [
      'the configuration',
      { policies: { base, special }, config: config(5) },
      { value: 5, origin: 'config', where: 'plumbline.yaml:2:3' },
    ],
    [
      'the command line',
      { policies: { base }, config: config(5), commandLine },
      { value: 7, origin: 'command-line', where: '--set' },
    ],
  ])('%s', async (_, voices: Voices, expected) => {
    expect(await daysOf(voices)).toEqual(expected);
  });
});

const states = async (...lines: readonly string[]): Promise<Record<string, string>> => {
  const resolved = await resolve({ policies: { base: `rules: [${lines.join(', ')}]\n` } });
  return Object.fromEntries(
    resolved.map(({ rule: { id }, enabled, severity }) => [id, enabled ? severity : 'off']),
  );
};

describe('which rules run', () => {
  test.each([
    [[], { 'acme/logs': 'off', 'acme/models': 'off', 'own/thing': 'medium' }],
    [["'acme/*'"], { 'acme/logs': 'medium', 'acme/models': 'medium', 'own/thing': 'medium' }],
    [
      ["'**'", '{ match: own/thing, enabled: false }'],
      { 'acme/logs': 'medium', 'acme/models': 'medium', 'own/thing': 'off' },
    ],
    [
      ['{ match: acme/logs, enabled: false }', 'acme/logs'],
      { 'acme/logs': 'medium', 'acme/models': 'off', 'own/thing': 'medium' },
    ],
    [
      ['{ match: acme/logs, severity: critical }', "'acme/*'"],
      { 'acme/logs': 'critical', 'acme/models': 'medium', 'own/thing': 'medium' },
    ],
    [['acme/old-logs'], { 'acme/logs': 'medium', 'acme/models': 'off', 'own/thing': 'medium' }],
  ])('%j', async (lines, expected) => {
    expect(await states(...lines)).toEqual(expected);
  });
});

test('a rule that misses a required parameter is not configured, and never applied', async () => {
  const resolved = await resolve({
    policies: { base: "rules: ['acme/*']\n" },
  });
  expect(appliedRules(resolved).map(({ rule: { id } }) => id)).toEqual(['acme/logs', 'own/thing']);
  expect(notConfiguredRules(resolved, [])).toEqual([
    { rule: 'acme/models', parameters: [{ name: 'models', description: 'What may be used.' }] },
  ]);
});

test('the help of a policy says more of a missing parameter than the rule', async () => {
  const root = folder({
    'base.yaml':
      "id: base\ntitle: Base\nrules: ['acme/*']\nhelp: { models: { description: Your models., example: [x] } }\n",
  });
  const policies = await loadPolicies([{ name: './base.yaml', folder: root, where: 'test' }], root);
  const resolved = resolvePolicy({
    policies,
    rules: await rules(),
    own: new Set(),
    config: [],
    commandLine: [],
  });
  expect(notConfiguredRules(resolved, policies)).toEqual([
    { rule: 'acme/models', parameters: [{ name: 'models', description: 'Your models.', example: ['x'] }] },
  ]);
});

describe('mistakes', () => {
  test.each([
    [
      { config: [{ name: 'modles', value: [], where: 'plumbline.yaml:4:3' }] },
      ['no rule has a parameter `modles`', 'plumbline.yaml:4:3', 'hint: did you mean `models`?'],
    ],
    [
      { config: config('two') },
      ['a parameter does not fit', 'plumbline.yaml:2:3  `days`: expected int, got "two"'],
    ],
    [
      { config: config(0) },
      ['a parameter does not fit', 'plumbline.yaml:2:3  `days`: expected at least 1, got 0'],
    ],
    [
      { commandLine: [{ name: 'days', text: 'many' }] },
      ['a parameter does not fit', '--set  `days`: expected int, got "many"'],
    ],
    [
      { policies: { base: 'rules: [acme/log]\n' } },
      ['no rule matches acme/log', 'base.yaml:3:9', 'hint: did you mean acme/logs?'],
    ],
    [
      { policies: { base: "rules: ['zzz/*']\n" } },
      ['no rule matches zzz/*', 'base.yaml:3:9', 'hint: `plumbline rules list` shows all of them'],
    ],
    [
      { policies: { base: 'rules: [{ match: acme/models, parameters: { days: 3 } }]\n' } },
      ['no rule of acme/models has a parameter `days`', 'base.yaml:3:45'],
    ],
    [
      { policies: { base: 'parameters: { constructor: 1 }\nrules: []\n' } },
      [
        'no rule has a parameter `constructor`',
        'base.yaml:3:15',
        'hint: `plumbline policies show` lists the parameters',
      ],
    ],
  ])('%j', async (voices: Voices, expected) => {
    expect(await mistake(() => resolve(voices))).toEqual(expected);
  });
});
