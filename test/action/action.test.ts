import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { agent, repository } from '../cli/plumbline.ts';
import { folder } from '../scan/inputs/folder.ts';
import { runAction } from './run-action.ts';

/** The lines of the log that the runner acts on. */
const commandsIn = (log: string): readonly string[] =>
  log.split('\n').filter(line => line.trimStart().startsWith('::'));

describe('the verdict', () => {
  test.each([
    ['a failure below the gate', { 'fail-on': 'high' }, repository, [0, 'passed']],
    ['a failure at the gate', { 'fail-on': 'medium' }, repository, [1, 'failed']],
    [
      'the configuration decides where an input is empty',
      { 'fail-on': '' },
      { ...repository, 'plumbline.yaml': `${repository['plumbline.yaml']}failOn: low\n` },
      [1, 'failed'],
    ],
    ['an input that is wrong', { 'fail-on': 'hihg' }, repository, [2, 'error']],
    ['a switch that is neither', { comment: 'yes' }, repository, [2, 'error']],
    ['an argument that is wrong', { args: '--fial-on=high' }, repository, [2, 'error']],
    ['a path that looks like an option', { paths: '--help' }, repository, [2, 'error']],
    ['nothing to scan', {}, { 'a.txt': 'nothing' }, [2, 'error']],
    ['nothing to scan, on request', { 'allow-empty': 'true' }, { 'a.txt': 'nothing' }, [0, 'passed']],
    ['a template that is broken', {}, { ...repository, 'infra/b.yaml': agent('[') }, [2, 'error']],
    [
      'what could not be assessed',
      { 'require-complete': 'true' },
      { 'infra/agent.yaml': agent('[]') },
      [3, 'incomplete'],
    ],
  ])('%s', async (_, inputs, files, [code, verdict]) => {
    const run = await runAction(inputs, { files });
    expect({ code: run.code, outputs: run.outputs }).toMatchObject({
      code,
      outputs: { verdict, 'exit-code': String(code) },
    });
    expect(verdict !== 'error' || /^::error /m.test(run.log)).toBe(true);
  });
});

test('the outputs, the files that they name, the annotations and the summary', async () => {
  const { code, outputs, log, summary } = await runAction({}, { files: repository });
  expect(code).toBe(0);
  expect(outputs).toEqual({
    verdict: 'passed',
    'exit-code': '0',
    complete: 'true',
    fail: '1',
    unknown: '0',
    waived: '0',
    pass: '0',
    new: '',
    critical: '0',
    high: '0',
    medium: '1',
    low: '0',
    'sarif-file': expect.stringMatching(/plumbline\.sarif$/),
    'json-file': expect.stringMatching(/plumbline\.json$/),
  });
  const sarif = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'));
  expect(sarif.runs[0].results).toHaveLength(1);
  expect(commandsIn(log)).toEqual([
    expect.stringMatching(
      /^::warning file=infra\/agent\.yaml,line=\d+,.*::Agent: Agent support has no owner\./,
    ),
  ]);
  expect(summary).toMatch(/^## plumbline: passed \(exit 0\)\n/);
  expect(summary).toContain('Agent support has no owner.');
});

test('the folder, the paths by line, the SARIF file by name, and what is switched off', async () => {
  const files = Object.fromEntries(Object.entries(repository).map(([name, text]) => [`deep/${name}`, text]));
  const { outputs, log, summary, workspace } = await runAction(
    {
      'working-directory': 'deep',
      paths: 'infra\nplumbline.yaml',
      'sarif-file': 'out/of it.sarif',
      'sarif-category': 'infra',
      annotations: 'false',
      summary: 'false',
      args: '--rule\nacme/owner',
    },
    { files: { ...files, '.git/': '' } },
  );
  expect(outputs).toMatchObject({ fail: '1', 'sarif-file': `${workspace}/deep/out/of it.sarif` });
  expect(commandsIn(log)).toEqual([]);
  expect(summary).toBe('');
  const { runs } = JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8'));
  expect(runs[0].automationDetails).toEqual({ id: 'infra/' });
  expect(runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('deep/infra/agent.yaml');
});

test('what stands in a file is no command to the runner', async () => {
  const name = '::error::owned\n::set-output name=verdict::passed';
  const { log, outputs } = await runAction(
    { 'fail-on': 'low' },
    { files: { ...repository, 'infra/agent.yaml': agent('{}').replace('support', JSON.stringify(name)) } },
  );
  expect(outputs['verdict']).toBe('failed');
  expect(commandsIn(log)).toHaveLength(1);
  expect(commandsIn(log)[0]).toMatch(/^::warning file=infra\/agent\.yaml/);
});

test('a file of inputs that cannot be read says so in one annotation', async () => {
  const { log } = await runAction({ paths: 'no\nsuch' }, { files: repository });
  expect(commandsIn(log)).toEqual([expect.stringMatching(/^::error title=plumbline::error: .*no/)]);
});

test('a pull request fails by what it brings, not by what was there, and not by its own configuration', async () => {
  const home = folder(repository);
  const git = (...args: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: home });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'before');
  git('tag', 'base');
  const inputs = { 'fail-on': 'medium', 'diff-from': 'base', 'trust-ref': 'base' };
  const same = await runAction(inputs, { files: {}, env: { GITHUB_WORKSPACE: home } });
  expect([same.code, same.outputs['new'], same.outputs['fail']]).toEqual([0, '0', '1']);
  expect(commandsIn(same.log)).toEqual([]);
  writeFileSync(join(home, 'infra/other.yaml'), agent('{}'));
  writeFileSync(join(home, 'acme.yaml'), 'id: acme\ntitle: Acme\nrules: []\n');
  const more = await runAction(inputs, { files: {}, env: { GITHUB_WORKSPACE: home } });
  expect([more.code, more.outputs['new'], more.outputs['fail']]).toEqual([1, '1', '2']);
  expect(commandsIn(more.log)).toEqual([expect.stringContaining('file=infra/other.yaml')]);
  expect(more.summary).toContain('acme.yaml');
});
