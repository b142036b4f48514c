import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { loadConfig, type Config } from '../../src/catalog/load-config.ts';
import { folder, type Files } from '../scan/inputs/folder.ts';
import { mistake } from './mistakes.ts';

const load = (text: string): Promise<Config> => {
  const root = folder({ 'plumbline.yaml': text });
  return loadConfig({ paths: [root], root, cwd: root });
};

describe('where it is found', () => {
  const files = {
    'plumbline.yaml': 'failOn: low\n',
    'infra/plumbline.yaml': 'failOn: medium\n',
    'infra/agents/agent.yaml': '',
    'docs/readme.md': '',
    'other/mine.yaml': 'failOn: none\n',
  };

  const found = async (
    paths: readonly string[],
    options: { config?: string | false; root?: string } = {},
  ) => {
    const cwd = folder(files);
    const { root = '', config } = options;
    const search = { cwd, root: join(cwd, root), paths: paths.map(path => join(cwd, path)) };
    return (await loadConfig(config === undefined ? search : { ...search, config })).source?.path;
  };

  test.each([
    [['infra/agents/agent.yaml'], {}, 'infra/plumbline.yaml'],
    [['infra/agents'], {}, 'infra/plumbline.yaml'],
    [['docs'], {}, 'plumbline.yaml'],
    [['docs'], { root: 'docs' }, undefined],
    [['infra', 'infra/agents'], {}, 'infra/plumbline.yaml'],
    [['infra'], { config: 'other/mine.yaml' }, 'other/mine.yaml'],
    [['infra'], { config: false as const }, undefined],
  ])('%j %j: %s', async (paths, options, expected) => {
    expect(await found(paths, options)).toBe(expected);
  });

  test('paths under different ones', async () => {
    expect(await mistake(() => found(['infra', 'docs']))).toEqual([
      'the paths to scan have different configurations',
      'found infra/plumbline.yaml',
      'and   plumbline.yaml',
      'hint: say which one with --config infra/plumbline.yaml, or scan one path at a time',
    ]);
  });

  test('one that is named and does not exist', async () => {
    expect(await mistake(() => found(['docs'], { config: 'nope.yaml' }))).toEqual([
      'the configuration nope.yaml does not exist',
      'hint: `plumbline init` writes one; --no-config runs without',
    ]);
  });

  test.each(['plumbline.yml', '.plumbline.yaml'])('one that is spelled %s', async name => {
    const root = folder({ [name]: 'failOn: low\n' });
    expect(await mistake(() => loadConfig({ paths: [root], root, cwd: root }))).toEqual([
      `${name} would not be read`,
      'hint: the configuration is named plumbline.yaml; rename it, or name it with --config',
    ]);
  });
});

test('all that it can say, with the places', async () => {
  const config = await load(`policies: [genai-baseline, ./own.yaml]
parameters: { approvedModels: [a] }
rules: [my-rules]
inputs: { include: [infra/**], exclude: [infra/old/**] }
region: eu-west-1
account: "012345678901"
partition: aws
accounts:
  infra/prod/**: { account: "444455556666" }
cloudformation:
  parameters: { Stage: prod, Count: 3, Zones: [a, b], Deep: true }
  templates:
    infra/agent.yaml: { ModelId: nova }
failOn: medium
unknown: fail
requireComplete: true
`);
  expect(config).toMatchObject({
    policies: [
      { name: 'genai-baseline', where: 'plumbline.yaml:1:12' },
      { name: './own.yaml', where: 'plumbline.yaml:1:28' },
    ],
    parameters: [{ name: 'approvedModels', value: ['a'], where: 'plumbline.yaml:2:15' }],
    rules: [{ name: 'my-rules', where: 'plumbline.yaml:3:9' }],
    include: ['infra/**'],
    exclude: ['infra/old/**'],
    placement: { region: 'eu-west-1', account: '012345678901', partition: 'aws' },
    accounts: [{ paths: 'infra/prod/**', placement: { account: '444455556666' } }],
    failOn: 'medium',
    unknown: 'fail',
    requireComplete: true,
  });
  expect(
    config.templateValues.map(({ templates, values }) => [
      templates,
      values.map(({ name, value }) => [name, value]),
    ]),
  ).toEqual([
    [
      undefined,
      [
        ['Stage', 'prod'],
        ['Count', '3'],
        ['Zones', 'a,b'],
        ['Deep', 'true'],
      ],
    ],
    ['infra/agent.yaml', [['ModelId', 'nova']]],
  ]);
  expect(config.places).toMatchObject({
    failOn: 'plumbline.yaml:14:1',
    'inputs.exclude': 'plumbline.yaml:4:32',
  });
});

test('an empty one sets nothing', async () => {
  const nothing = { parameters: [], rules: [], placement: {} };
  expect(await load('# nothing yet\n')).toMatchObject({ ...nothing, places: {} });
  expect(await load('parameters:\n  # approvedModels: []\nfailOn:\n')).toMatchObject(nothing);
});

describe('mistakes', () => {
  test.each<[string, readonly string[]]>([
    [
      'fail_on: high\n',
      [
        'plumbline.yaml:1:1  unknown key `fail_on`',
        'hint: did you mean `failOn`?   allowed: policies, parameters, rules, inputs, region, account, partition, accounts, cloudformation, terraform, waivers, inlineWaivers, baseline, failOn, unknown, requireComplete',
      ],
    ],
    [
      'failOn: hgih\n',
      [
        'plumbline.yaml:1:9  "hgih" is not allowed',
        'hint: did you mean `high`?   allowed: critical, high, medium, low, none',
      ],
    ],
    [
      'account: 111122223333\n',
      ['plumbline.yaml:1:10  expected text, got 111122223333', 'hint: put it in quotes: "111122223333"'],
    ],
    [
      'region: Ireland\n',
      ['plumbline.yaml:1:9  "Ireland" does not fit', 'hint: A Region, such as eu-west-1.'],
    ],
    ['baseline: [a.json]\n', ['plumbline.yaml:1:11  expected text, got a list']],
    [
      'inputs: { exclude: ["!infra"] }\n',
      [
        'plumbline.yaml:1:21  "!infra" does not fit',
        'hint: A glob; it cannot begin with !, there is exclude for that.',
      ],
    ],
    [
      'cloudformation: { parameters: { A: { b: c } } }\n',
      ['plumbline.yaml:1:36  expected text or a number or true or false or a list, got a map'],
    ],
    ['accounts: { infra/**: {} }\n', ['plumbline.yaml:1:23  the map is empty']],
    ['- a\n', ['plumbline.yaml:1:1  expected a map, got a list']],
    [
      'failOn: low\nunknwon: fail\nregion: 3\n',
      [
        'plumbline.yaml:2:1  unknown key `unknwon` (did you mean `unknown`?   allowed: policies, parameters, rules, inputs, region, account, partition, accounts, cloudformation, terraform, waivers, inlineWaivers, baseline, failOn, unknown, requireComplete)',
        'plumbline.yaml:3:9  expected text, got 3 (put it in quotes: "3")',
      ],
    ],
  ])('%s', async (text, expected) => {
    expect(await mistake(() => load(text))).toEqual(['plumbline.yaml does not load', ...expected]);
  });
});

test('a folder called plumbline.yaml', async () => {
  const files: Files = { 'plumbline.yaml/': '' };
  const root = folder(files);
  expect(await mistake(() => loadConfig({ paths: [root], root, cwd: root }))).toEqual([
    'the configuration plumbline.yaml cannot be read (EISDIR)',
    'hint: `plumbline init` writes one; --no-config runs without',
  ]);
});
