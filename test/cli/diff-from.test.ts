import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { readResult } from '../../src/report/read-result.ts';
import { folder } from '../scan/inputs/folder.ts';
import { gitRepository, type GitRepository } from './git-repository.ts';
import { agent, plumbline, repository } from './plumbline.ts';

const good = agent('{ owner: me }');
const bad = agent('{ team: ml }');

/** What a scan of a repository gives, with the medium finding of the rule as the gate. */
async function scanned({ root }: GitRepository, ...args: readonly string[]): Promise<Compared> {
  const { stdout: text } = await plumbline(['scan', '--fail-on', 'medium', '-f', 'json', ...args], {
    cwd: root,
  });
  const { comparison, ...report } = readResult({ path: 'result.json', text });
  if (!comparison) throw new Error('compared with nothing');
  return { ...report, comparison };
}

type Compared = Report & Required<Pick<Report, 'comparison'>>;

const changes = ({ results }: Pick<Report, 'results'>): readonly string[] =>
  results.map(({ resource, verdict, change }) => `${resource.key} ${verdict} ${change}`).toSorted();

test('only what is new gates; what was there is unchanged, what is gone is fixed', async () => {
  const repo = gitRepository({ ...repository, 'infra/other.yaml': bad, 'infra/third.yaml': good });
  repo.commit({ 'infra/other.yaml': good, 'infra/new.yaml': bad });
  const report = await scanned(repo, '--diff-from', 'main');
  expect(changes(report)).toEqual(['infra/agent.yaml#Agent fail unchanged', 'infra/new.yaml#Agent fail new']);
  expect(report.comparison.fixed.map(({ resource }) => resource)).toEqual(['infra/other.yaml#Agent']);
  expect(report.comparison).toMatchObject({
    new: { fail: 1, unknown: 0 },
    unchanged: { fail: 1, unknown: 0 },
  });
  expect(report.gate).toMatchObject({ exitCode: 1, reason: '1 new failure at or above medium' });
});

test('nothing new passes, and says what it was compared with', async () => {
  const repo = gitRepository(repository);
  repo.commit({ 'README.md': 'text' });
  const { code, stdout } = await plumbline(['scan', '--fail-on', 'medium', '--diff-from', 'main'], {
    cwd: repo.root,
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/against main \([0-9a-f]{12}\): 0 new, 1 unchanged \(1 fail\), 0 fixed/);
  expect(stdout).toContain('no new failure at or above medium');
});

test('what others did on the branch since does not count: the fork point is what is compared', async () => {
  const repo = gitRepository(repository);
  repo.git('checkout', '--quiet', 'main');
  repo.commit({ 'infra/agent.yaml': good });
  repo.git('checkout', '--quiet', 'work');
  const report = await scanned(repo, '--diff-from', 'main');
  expect(changes(report)).toEqual(['infra/agent.yaml#Agent fail unchanged']);
});

test('a file that was renamed, with its folder, has the findings that it had', async () => {
  const repo = gitRepository({ ...repository, 'infra/other.yaml': bad.replace('Agent:', 'Sales:') });
  repo.git('mv', 'infra', 'deploy');
  repo.commit();
  const report = await scanned(repo, '--diff-from', 'main', 'deploy');
  expect(changes(report)).toEqual([
    'deploy/agent.yaml#Agent fail unchanged',
    'deploy/other.yaml#Sales fail unchanged',
  ]);
  expect(report.comparison.fixed).toEqual([]);
});

test('the whole tree is assessed: a parameter that changed breaks a resource that did not', async () => {
  const template = bad
    .replace('Resources:', 'Parameters: { Team: { Type: String } }\nResources:')
    .replace('{ team: ml }', '{ !Ref Team : ml }');
  const keyed = template.replace('{ !Ref Team : ml }', '!If [Owned, { owner: me }, { team: ml }]');
  const withCondition = keyed.replace(
    'Resources:',
    'Conditions: { Owned: !Equals [!Ref Team, a] }\nResources:',
  );
  const repo = gitRepository({
    ...repository,
    'infra/agent.yaml': withCondition,
    'parameters.json': '{ "Team": "a" }',
  });
  repo.commit({ 'parameters.json': '{ "Team": "b" }' });
  const report = await scanned(repo, '--diff-from', 'main', '--cfn-parameters', 'parameters.json');
  expect(changes(report)).toEqual(['infra/agent.yaml#Agent fail new']);
});

test('what was unknown and fails now is new', async () => {
  const open = bad
    .replace(
      'Resources:',
      'Parameters: { Team: { Type: String } }\nConditions: { Owned: !Equals [!Ref Team, a] }\nResources:',
    )
    .replace('{ team: ml }', '!If [Owned, { owner: me }, { team: ml }]');
  const repo = gitRepository({ ...repository, 'infra/agent.yaml': open });
  repo.commit({ 'infra/agent.yaml': bad });
  expect(changes(await scanned(repo, '--diff-from', 'main'))).toEqual(['infra/agent.yaml#Agent fail new']);
});

test('what is not in git has nothing to be compared with, and says so', async () => {
  const repo = gitRepository({ ...repository, '.gitignore': 'build/\n' });
  repo.write({ 'build/agent.yaml': bad });
  const report = await scanned(repo, '--diff-from', 'main', '.', 'build/agent.yaml');
  expect(changes(report)).toEqual([
    'build/agent.yaml#Agent fail new',
    'infra/agent.yaml#Agent fail unchanged',
  ]);
  expect(report.comparison.notes).toEqual([
    'build/agent.yaml is not kept in git, so there is nothing to compare with: what is found there counts as new; --baseline knows it',
  ]);
});

test('what could not be read there counts as new here', async () => {
  const repo = gitRepository({
    ...repository,
    'infra/broken.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources: [\n',
  });
  repo.commit({ 'infra/broken.yaml': bad });
  const report = await scanned(repo, '--diff-from', 'main');
  expect(changes(report)).toContain('infra/broken.yaml#Agent fail new');
  expect(report.comparison.notes).toEqual([
    'infra/broken.yaml could not be read there: what is found in it now counts as new',
  ]);
});

test('work that is not committed is assessed as it lies there', async () => {
  const repo = gitRepository(repository);
  repo.write({ 'infra/new.yaml': bad });
  expect(changes(await scanned(repo, '--diff-from', 'HEAD'))).toEqual([
    'infra/agent.yaml#Agent fail unchanged',
    'infra/new.yaml#Agent fail new',
  ]);
});

test('the work tree, the index and the list of work trees are left alone, and nothing stays behind', async () => {
  const repo = gitRepository(repository);
  repo.write({ 'infra/new.yaml': bad });
  repo.git('add', 'infra/new.yaml');
  const before = [repo.git('status', '--porcelain'), repo.git('worktree', 'list')];
  const temporary = folder({});
  vi.stubEnv('TMPDIR', temporary);
  onTestFinished(() => void vi.unstubAllEnvs());
  await scanned(repo, '--diff-from', 'main');
  expect(readdirSync(temporary)).toEqual([]);
  expect([repo.git('status', '--porcelain'), repo.git('worktree', 'list')]).toEqual(before);
});

test('two runs say the same, byte for byte', async () => {
  const repo = gitRepository({ ...repository, 'infra/other.yaml': bad });
  repo.commit({ 'infra/other.yaml': good, 'infra/new.yaml': bad });
  const args = ['scan', '--diff-from', 'main', '-f', 'compact'];
  const first = await plumbline(args, { cwd: repo.root });
  expect(first.stdout).toContain('infra/new.yaml');
  expect(await plumbline(args, { cwd: repo.root })).toEqual(first);
});

test.each([
  ['nonsense', ['--diff-from nonsense: there is no such commit here', 'is it spelled right?']],
  ['--upload-pack=x', ['--diff-from cannot be --upload-pack=x']],
  ['', ['--diff-from cannot be empty']],
])('refuses %j', async (ref, said) => {
  const { code, stderr } = await plumbline(['scan', `--diff-from=${ref}`], {
    cwd: gitRepository(repository).root,
  });
  expect(code).toBe(2);
  for (const text of said) expect(stderr).toContain(text);
});

test('a folder without git, a repository without a commit and a shallow clone say what to do', async () => {
  const plain = await plumbline(['scan', '--diff-from', 'main'], { files: repository });
  expect(plain).toMatchObject({ code: 2, stdout: '' });
  expect(plain.stderr).toContain('--diff-from needs a git repository');
  const origin = gitRepository(repository);
  origin.git('checkout', '--quiet', 'main');
  origin.commit({ 'README.md': 'a' });
  const root = folder({});
  origin.git('clone', '--quiet', '--depth', '1', `file://${origin.root}`, join(root, 'clone'));
  const shallow = await plumbline(['scan', '--diff-from', 'HEAD~1'], { cwd: join(root, 'clone') });
  expect(shallow.code).toBe(2);
  expect(shallow.stderr).toContain('the clone is shallow: it holds a part of the history only');
  expect(shallow.stderr).toContain('fetch-depth: 0');
  origin.git('init', '--quiet', join(root, 'empty'));
  const empty = await plumbline(['scan', '--diff-from', 'HEAD'], { cwd: join(root, 'empty') });
  expect(empty.stderr).toContain('the repository has no commit yet');
});
