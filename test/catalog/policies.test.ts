import { expect, test } from 'vitest';

import { loadPolicies, shippedPolicies } from '../../src/catalog/policies.ts';
import type { PolicyFile } from '../../src/catalog/policy-file.ts';
import { folder } from '../scan/inputs/folder.ts';
import { mistake } from './mistakes.ts';

const policy = (id: string, rest = ''): string =>
  `id: ${id}\ntitle: Policy ${id}\nrules: ['acme/*']\n${rest}`;

const load = (files: Record<string, string>, ...names: readonly string[]): Promise<readonly PolicyFile[]> => {
  const root = folder(files);
  return loadPolicies(
    names.map(name => ({ name, folder: root, where: 'plumbline.yaml:3:5' })),
    root,
  );
};

const ids = (files: readonly PolicyFile[]): readonly string[] => files.map(file => file.policy.id);

test('what is extended counts before what extends it, and once', async () => {
  const files = {
    'base.yaml': policy('base'),
    'left.yaml': policy('left', 'extends: [./base.yaml]\n'),
    'deep/right.yaml': policy('right', 'extends: [../base.yaml]\n'),
    'top.yaml': policy('top', 'extends: [left.yaml, deep/right.yaml]\n'),
  };
  expect(ids(await load(files, 'top.yaml'))).toEqual(['base', 'left', 'right', 'top']);
  expect(ids(await load(files, 'left.yaml', 'top.yaml'))).toEqual(['base', 'left', 'right', 'top']);
});

test('a policy of ours by its id', async () => {
  expect(ids(await load({}, 'genai-baseline'))).toContain('genai-baseline');
  expect(shippedPolicies()).toContain('genai-baseline');
});

test('what a policy says, with the places', async () => {
  const [file] = await load(
    {
      'own.yaml': `id: own
title: Ours
rules:
  - acme/owner
  - { match: 'acme/*', severity: high, parameters: { days: 3 } }
  - { match: acme/draft, enabled: false }
parameters:
  approvedModels: [a, b]
help:
  approvedModels: { description: What may be used., example: [a] }
`,
    },
    'own.yaml',
  );
  expect(file?.policy).toMatchObject({
    parameters: { approvedModels: ['a', 'b'] },
    help: { approvedModels: { description: 'What may be used.', example: ['a'] } },
    rules: [
      { match: 'acme/owner', enabled: true, parameters: {} },
      { match: 'acme/*', enabled: true, severity: 'high', parameters: { days: 3 } },
      { match: 'acme/draft', enabled: false },
    ],
  });
  expect(file?.settings).toEqual([{ name: 'approvedModels', value: ['a', 'b'], where: 'own.yaml:8:3' }]);
  expect(file?.selections[1]?.settings).toEqual([{ name: 'days', value: 3, where: 'own.yaml:5:54' }]);
});

test.each([
  [
    {},
    'genai-basline',
    [
      'policy genai-basline does not exist',
      'named by plumbline.yaml:3:5',
      'hint: did you mean genai-baseline?',
    ],
  ],
  [{}, './own.yaml', ['policy file ./own.yaml does not exist', 'named by plumbline.yaml:3:5']],
  [
    { 'own.yaml': policy('other') },
    'own.yaml',
    [
      'the id of policy own.yaml is "other"',
      'named by plumbline.yaml:3:5',
      'hint: write `id: own` or rename the file',
    ],
  ],
  [
    { 'own.yaml': policy('own', 'paramters: {}\n') },
    'own.yaml',
    [
      'policy own.yaml does not load',
      'own.yaml:4:1  unknown key `paramters`',
      'hint: did you mean `parameters`?   allowed: id, title, description, extends, parameters, help, rules',
    ],
  ],
  [
    { 'a.yaml': policy('a', 'extends: [b.yaml]\n'), 'b.yaml': policy('b', 'extends: [a.yaml]\n') },
    'a.yaml',
    [
      'policies extend each other in a circle',
      'a → b → a',
      'closed by b.yaml',
      'hint: take one `extends` out',
    ],
  ],
  [
    { 'a.yaml': policy('a', 'extends: [a.yaml]\n') },
    'a.yaml',
    ['policies extend each other in a circle', 'a → a', 'closed by a.yaml', 'hint: take one `extends` out'],
  ],
])('%o, %s', async (files: Record<string, string>, name, expected) => {
  expect(await mistake(() => load(files, name))).toEqual(expected);
});
