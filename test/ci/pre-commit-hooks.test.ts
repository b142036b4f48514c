import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { plumbline, repository } from '../cli/plumbline.ts';

const hooks: readonly { readonly id: string; readonly entry: string; readonly files: string }[] = parse(
  readFileSync(resolve(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8'),
);

const wordsOf = (id: string): readonly string[] =>
  (hooks.find(hook => hook.id === id)?.entry ?? '').split(' ').slice(1);

test('the scan stops a commit where the gate does', async () => {
  const words = wordsOf('plumbline');
  expect((await plumbline(words, { files: repository })).code).toBe(0);
  const strict = { ...repository, 'plumbline.yaml': `${repository['plumbline.yaml']}failOn: medium\n` };
  const { code, stdout } = await plumbline(words, { files: strict });
  expect(code).toBe(1);
  expect(stdout).toContain('Agent support has no owner.');
});

test('the check of waivers is a command', async () => {
  const { code, stderr } = await plumbline(wordsOf('plumbline-waivers'), { files: repository });
  expect({ code, stderr }).toMatchObject({ code: 0 });
});

test.each([
  ['plumbline', 'infra/agent.yaml', true],
  ['plumbline', 'main.tf', true],
  ['plumbline', 'README.md', false],
  ['plumbline-waivers', 'waivers.yaml', true],
  ['plumbline-waivers', 'security/plumbline-waivers.yml', true],
  ['plumbline-waivers', 'infra/agent.yaml', false],
])('%s looks at %s: %j', (id, path, expected) => {
  expect(new RegExp(hooks.find(hook => hook.id === id)?.files ?? 'x{9}').test(path)).toBe(expected);
});
