import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { readResult } from '../../src/report/read-result.ts';
import { gitRepository, type GitRepository } from './git-repository.ts';
import { agent, plumbline, repository } from './plumbline.ts';
import { waiverComment } from './waiver.ts';

const good = agent('{ owner: me }');
const bad = agent('{ team: ml }');
const files = { ...repository, 'plumbline.yaml': `${repository['plumbline.yaml']}failOn: medium\n` };
const clean = { ...files, 'infra/agent.yaml': good };

/** What the gate says of a branch that somebody wants to be green. */
async function scanned(
  { root }: GitRepository,
  ...args: readonly string[]
): Promise<Omit<Report, 'comparison'> & Required<Pick<Report, 'comparison'>>> {
  const gate = ['scan', '--trust-ref', 'main', '--diff-from', 'main', '--as-of', '2026-11-21', '-f', 'json'];
  const { stdout: text } = await plumbline([...gate, ...args], { cwd: root });
  const { comparison, ...report } = readResult({ path: 'result.json', text });
  if (!comparison) throw new Error('compared with nothing');
  return { ...report, comparison };
}

const states = ({ results }: Pick<Report, 'results'>): readonly string[] =>
  results.map(({ resource, verdict, change = '-' }) => `${resource.key} ${verdict} ${change}`).toSorted();

const out = ({ problems, complete }: Report) => ({
  complete,
  problems: problems.map(({ cause, path, message }) => `${cause} ${path}: ${message}`),
});

const pointer = (size: number): string =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize ${size}\n`;

const block = (name: string, tags: string): string =>
  `  ${name}:\n    Type: AWS::Bedrock::Agent\n    Properties: { AgentName: ${name}, Tags: { ${tags} } }\n`;

const waived = (text: string): string => text.replace('  Agent:', `  ${waiverComment()}\n  Agent:`);

const two = (one: string, other: string): string =>
  bad.replace(/ {2}Agent:[^]*/, `${block('One', one)}${block('Two', other)}`);

describe('a line in .gitignore hides nothing that git keeps', () => {
  test('in letters of another case', async () => {
    const repo = gitRepository(clean);
    repo.commit({ '.gitignore': 'INFRA/\n', 'infra/agent.yaml': bad, 'ok.yaml': good });
    const report = await scanned(repo);
    expect(states(report)).toContain('infra/agent.yaml#Agent fail new');
    expect(report.gate.exitCode).toBe(1);
  });

  test('in a .gitignore that is a link, which git does not follow', async () => {
    const repo = gitRepository(clean);
    repo.write({ 'ignore.md': 'infra/\n', 'infra/agent.yaml': bad, 'ok.yaml': good });
    symlinkSync('ignore.md', join(repo.root, '.gitignore'));
    repo.commit();
    expect((await scanned(repo)).gate.exitCode).toBe(1);
  });

  test('in a folder below one that is left out', async () => {
    const repo = gitRepository(clean);
    repo.git('mv', 'infra', 'build');
    repo.write({ '.gitignore': 'build/\n', 'build/deep/agent.yaml': bad, 'ok.yaml': good });
    repo.git('add', '--force', '--all');
    repo.commit();
    expect(states(await scanned(repo))).toContain('build/deep/agent.yaml#Agent fail new');
  });
});

test('what git keeps is assessed although it is ignored, without a trusted commit too', async () => {
  const repo = gitRepository({ ...files, '.gitignore': 'infra/\n*.json\n', 'ok.yaml': good });
  repo.write({ 'infra/agent.yaml': bad, 'infra/mine.yaml': bad, 'build.json': '{}' });
  repo.git('add', '--force', 'infra/agent.yaml');
  const { stdout: text, code } = await plumbline(['scan', '-f', 'json'], { cwd: repo.root });
  const report = readResult({ path: 'result.json', text });
  expect(states(report)).toEqual(['infra/agent.yaml#Agent fail -']);
  expect(report.inputs.map(({ path }) => path)).toEqual(['infra/agent.yaml', 'ok.yaml']);
  expect(report.leftOut).toEqual({ ignored: 2, excluded: 0 });
  expect(code).toBe(1);
});

describe('a `*` in a name is no wildcard of an inline waiver', () => {
  test('of a file', async () => {
    const repo = gitRepository(clean);
    repo.commit({ 'infra/agent.yaml': bad, 'infra/*.yaml': waived(bad) });
    const report = await scanned(repo, '--trust-ref', 'work');
    expect(states(report)).toEqual(['infra/*.yaml#Agent waived -', 'infra/agent.yaml#Agent fail new']);
  });

  test('of a resource', async () => {
    const repo = gitRepository(clean);
    const star = `  ${waiverComment()}\n  "*":\n    Type: AWS::Bedrock::Agent\n    Properties: { AgentName: x }\n`;
    repo.commit({ 'infra/agent.yaml': bad + star });
    const report = await scanned(repo, '--trust-ref', 'work');
    expect(states(report)).toEqual(['infra/agent.yaml#* waived -', 'infra/agent.yaml#Agent fail new']);
  });
});

describe('a commit that is trusted cannot be taken for another one', () => {
  test.each([['--trust-ref'], ['--diff-from']])(
    '%s with a tag that is called like the branch',
    async option => {
      const repo = gitRepository(clean);
      repo.git('update-ref', 'refs/remotes/origin/main', 'main');
      repo.commit({ 'infra/agent.yaml': bad, 'plumbline.yaml': repository['plumbline.yaml'] });
      repo.git('tag', 'origin/main');
      const { code, stderr } = await plumbline(['scan', option, 'origin/main'], { cwd: repo.root });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining(`${option} origin/main names more than one thing`),
      });
      const exact = await plumbline(['scan', option, 'refs/remotes/origin/main'], { cwd: repo.root });
      expect(exact.code).not.toBe(2);
    },
  );

  test('a hook that leads to the objects and the index of another repository does not', async () => {
    const other = gitRepository({ ...files, 'plumbline.yaml': repository['plumbline.yaml'] });
    const repo = gitRepository(clean);
    repo.commit({ 'infra/agent.yaml': bad });
    const before = { ...process.env };
    process.env['GIT_OBJECT_DIRECTORY'] = join(other.root, '.git/objects');
    process.env['GIT_COMMON_DIR'] = join(other.root, '.git');
    try {
      expect((await scanned(repo)).gate.exitCode).toBe(1);
    } finally {
      process.env = before;
    }
  });
});

describe('what was assessed and is not any more is a gap and no success', () => {
  test.each([
    ['another ending', 'infra/agent.md'],
    ['a folder that nobody looks into', 'node_modules/agent.yaml'],
  ])('in %s', async (_, to) => {
    const repo = gitRepository({ ...files, 'infra/other.yaml': good });
    mkdirSync(join(repo.root, 'node_modules'));
    repo.git('mv', 'infra/agent.yaml', to);
    repo.commit();
    const report = await scanned(repo);
    expect(out(report)).toEqual({
      complete: false,
      problems: [
        expect.stringMatching(
          /^out-of-view \S+: was read in main \(\w+\), as infra\/agent\.yaml \(cloudformation\), and is not read now$/,
        ),
      ],
    });
    expect(report.comparison.fixed).toEqual([]);
    expect((await scanned(repo, '--require-complete')).gate.exitCode).toBe(3);
  });

  test('as a file that is no template any longer', async () => {
    const repo = gitRepository({ ...files, 'infra/other.yaml': good });
    repo.commit({ 'infra/agent.yaml': 'Agent: { team: ml }\n' });
    expect(out(await scanned(repo)).complete).toBe(false);
  });

  test('but what is gone is fixed', async () => {
    const repo = gitRepository({ ...files, 'infra/other.yaml': good });
    repo.commit({ 'infra/agent.yaml': null });
    const report = await scanned(repo);
    expect(out(report)).toEqual({ complete: true, problems: [] });
    expect(report.comparison.fixed.map(({ resource }) => resource)).toEqual(['infra/agent.yaml#Agent']);
  });
});

describe('what lies elsewhere is out of view', () => {
  test('the content of a file in Git LFS, unless it is too large for a template', async () => {
    const repo = gitRepository(clean);
    repo.commit({ 'infra/new.yaml': pointer(12_345), 'infra/data.json': pointer(2_000_000) });
    expect(out(await scanned(repo))).toEqual({
      complete: false,
      problems: ['out-of-view infra/new.yaml: its content is in Git LFS and was not fetched'],
    });
  });

  test('a submodule that is not checked out, where it is asked for', async () => {
    const repo = gitRepository(clean);
    repo.write({ '.gitmodules': '[submodule "sub"]\n\tpath = infra/sub\n\turl = https://example.com/sub\n' });
    repo.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},infra/sub`);
    mkdirSync(join(repo.root, 'infra/sub'));
    repo.git('add', '.gitmodules');
    repo.git('commit', '--quiet', '--message', 'sub');
    expect(out(await scanned(repo))).toEqual({
      complete: false,
      problems: ['out-of-view infra/sub: a submodule that is not checked out'],
    });
    expect(out(await scanned(repo, 'infra/agent.yaml')).complete).toBe(true);
  });
});

test('names that look like options, commands and magic of git are names', async () => {
  const repo = gitRepository(clean);
  const names = [
    '--exit-zero.yaml',
    ':(exclude)x.yaml',
    '::error::x.yaml',
    'a#b.yaml',
    `infra/a\nb "c' d.yaml`,
  ];
  repo.commit(Object.fromEntries(names.map(name => [name, bad])));
  const report = await scanned(repo);
  expect(states(report).filter(text => text.endsWith(' fail new'))).toHaveLength(names.length);
  expect(report.gate).toMatchObject({ exitCode: 1, reason: '5 new failures at or above medium' });
  repo.git('mv', 'a#b.yaml', 'infra/c#d.yaml');
  repo.commit();
  const moved = await scanned(repo, '--diff-from', 'HEAD~1');
  expect(moved.gate.reason).toBe('no new failure at or above medium');
});

describe('a finding that takes over the place of another one', () => {
  test('two resources that swap their names', async () => {
    const repo = gitRepository({ ...files, 'infra/agent.yaml': two('owner: me', 'team: ml') });
    repo.commit({ 'infra/agent.yaml': two('team: ml', 'owner: me') });
    const report = await scanned(repo);
    expect(states(report).filter(text => text.includes('fail'))).toEqual(['infra/agent.yaml#One fail new']);
    expect(report.gate.exitCode).toBe(1);
  });

  test('a second resource of the same name hides the first one, and says so', async () => {
    const repo = gitRepository(clean);
    repo.commit({ 'infra/agent.yaml': bad + (good.split('Resources:\n')[1] ?? '') });
    expect(out(await scanned(repo))).toEqual({
      complete: false,
      problems: [expect.stringContaining('Duplicate key "Agent"')],
    });
  });

  test('what passed and cannot be decided now is a new unknown, which gates where unknown fails', async () => {
    const repo = gitRepository(clean);
    repo.commit({
      'infra/agent.yaml': good
        .replace('Resources:', 'Parameters: { Tags: { Type: CommaDelimitedList } }\nResources:')
        .replace('{ owner: me }', '{ "Fn::Transform": { Name: Tags } }'),
    });
    const report = await scanned(repo);
    expect(states(report)).toEqual(['infra/agent.yaml#Agent unknown new']);
    expect(report.gate).toMatchObject({
      exitCode: 0,
      reason: expect.stringContaining('1 new unknown verdict'),
    });
    expect((await scanned(repo, '--unknown', 'fail')).gate.exitCode).toBe(1);
  });

  test('a file that cannot be parsed any more is an error, whatever was known of it', async () => {
    const repo = gitRepository(files);
    repo.commit({ 'infra/agent.yaml': `${bad}  x: [\n` });
    expect((await scanned(repo)).gate.exitCode).toBe(2);
  });
});

test('a baseline cannot say that a finding is of another rule than a mandatory one', async () => {
  const policy = "id: acme\ntitle: Acme\nrules: [{ match: 'acme/*', mandatory: true }]\n";
  const repo = gitRepository({ ...files, 'acme.yaml': "id: acme\ntitle: Acme\nrules: ['acme/*']\n" });
  await plumbline(['baseline', 'create', '-o', 'known.json'], { cwd: repo.root });
  const args = ['scan', '--baseline', 'known.json'];
  expect(await plumbline([...args, '-q'], { cwd: repo.root })).toMatchObject({ code: 0 });
  repo.write({ 'acme.yaml': policy });
  expect(await plumbline(args, { cwd: repo.root })).toMatchObject({ code: 1 });
  const text = readFileSync(join(repo.root, 'known.json'), 'utf8');
  repo.write({ 'known.json': text.replaceAll('acme/owner', 'bedrock/agent-session-timeout') });
  expect(await plumbline(args, { cwd: repo.root })).toMatchObject({ code: 1 });
});

test('a work tree that is not as committed says so', async () => {
  const repo = gitRepository(clean);
  expect((await scanned(repo)).comparison.notes).toEqual([]);
  repo.write({ 'infra/agent.yaml': bad, 'infra/new.yaml': good });
  expect((await scanned(repo)).comparison.notes).toEqual([
    '2 files are not as committed: the work tree is assessed as it lies there',
  ]);
});
