import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { folder } from '../scan/inputs/folder.ts';
import { ownRule, plumbline } from './plumbline.ts';

const files = {
  'before/acme/owner/rule.yaml': ownRule,
  'before/acme/gone/rule.yaml': ownRule.replace('id: acme/owner', 'id: acme/gone'),
  'after/acme/owner/rule.yaml': ownRule.replace('severity: medium', 'severity: high'),
  'after/acme/tag/rule.yaml': ownRule.replace('id: acme/owner', 'id: acme/tag'),
} as const;

test('of two folders', async () => {
  expect(await plumbline(['rules', 'diff', 'before', 'after'], { files })).toEqual({
    code: 0,
    stderr: '',
    stdout: `- removed  acme/gone  Agents carry an owner tag
~ changed  acme/owner  Agents carry an owner tag  (can newly fail)
             severity medium → high
+ added    acme/tag  Agents carry an owner tag  (can newly fail)
             medium
1 added, 1 removed, 0 renamed, 1 changed; 2 can newly fail
`,
  });
});

test('as JSON', async () => {
  const { stdout } = await plumbline(['rules', 'diff', 'before', 'after', '-f', 'json'], { files });
  expect(JSON.parse(stdout)).toMatchObject({
    from: 'before',
    to: 'after',
    rules: { from: 2, to: 2 },
    changes: [{ change: 'removed' }, { change: 'changed', mayFail: true }, { change: 'added' }],
  });
});

test('of nothing', async () => {
  const { stdout } = await plumbline(['rules', 'diff', 'before', 'before'], { files });
  expect(stdout).toBe('no rule differs\n');
});

test('of a commit and what is there now', async () => {
  const home = folder({ 'rules/acme/owner/rule.yaml': ownRule });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
      cwd: home,
      encoding: 'utf8',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'first');
  writeFileSync(
    join(home, 'rules/acme/owner/rule.yaml'),
    ownRule.replace('severity: medium', 'severity: low'),
  );
  const { stdout } = await plumbline(['rules', 'diff', 'HEAD:rules', 'rules'], { cwd: home });
  expect(stdout).toContain('severity medium → low\n');
  expect(await plumbline(['rules', 'diff', 'HEAD:nowhere', 'rules'], { cwd: home })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('the folder of rules HEAD:nowhere does not exist'),
  });
});

test('against the rules that come with plumbline', async () => {
  const { stdout, code } = await plumbline(['rules', 'diff', 'before', 'installed'], { files });
  expect(code).toBe(0);
  expect(stdout).toMatch(/\+ added {4}bedrock\/agent-session-timeout/);
});

test.each([
  [
    'nowhere after',
    'error: there are no rules at nowhere\n  hint: a folder, a folder of a commit (v0.1.0:rules), or installed\n',
  ],
  ['before', 'error: rules do not load'],
])('rules diff %s', async (line, stderr) => {
  const broken = {
    ...files,
    'before/acme/owner/rule.yaml': ownRule.replace('severity: medium', 'severity: hihg'),
  };
  const outcome = await plumbline(['rules', 'diff', ...line.split(' ')], { files: broken });
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).toContain(stderr.replace('rules do not load', 'the rules of before do not load'));
});
