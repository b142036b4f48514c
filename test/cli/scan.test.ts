import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folder } from '../scan/inputs/folder.ts';
import { agent, plumbline, repository } from './plumbline.ts';

const good = { ...repository, 'infra/agent.yaml': agent('{ owner: me }') };
const unknown = { ...repository, 'infra/agent.yaml': agent('!ImportValue tags') };
const broken = {
  ...repository,
  'infra/broken.yaml': 'AWSTemplateFormatVersion: "2010-09-09"\nResources: [\n',
};
const strict = { ...repository, 'plumbline.yaml': `${repository['plumbline.yaml']}failOn: medium\n` };

describe('exit codes', () => {
  test.each([
    ['nothing at the gate', good, '', 0],
    ['findings below the gate', repository, '', 0],
    ['findings at the gate', repository, '--fail-on medium', 1],
    ['findings at the gate of the configuration', strict, '', 1],
    ['the command line overrides the configuration', strict, '--fail-on high', 0],
    ['no gate', strict, '--fail-on none', 0],
    ['findings, let through', strict, '--exit-zero', 0],
    ['unknown, ignored', unknown, '--fail-on medium --unknown ignore', 0],
    ['unknown counts as failure', unknown, '--unknown fail', 1],
    ['unreadable input', broken, '', 2],
    ['unreadable input is never let through', broken, '--exit-zero', 2],
    ['nothing to scan', { 'notes.md': '' }, '', 2],
    ['nothing to scan, allowed', { 'notes.md': '' }, '--allow-empty', 0],
    ['a path that is not there', repository, 'nowhere', 2],
    ['a file alone', repository, 'infra/agent.yaml --fail-on medium', 1],
    [
      'another rule alone',
      repository,
      '--fail-on medium --rule bedrock/agent-session-timeout --set maxIdleSeconds=60',
      1,
    ],
  ])('%s', async (_, files, options, expected) => {
    const { code } = await plumbline(['scan', ...options.split(' ').filter(Boolean)], { files });
    expect(code).toBe(expected);
  });
});

const rules = async (verdicts: string): Promise<unknown> => {
  const { stdout } = await plumbline(['scan', '-f', 'json', '--verdicts', verdicts], { files: good });
  return JSON.parse(stdout);
};

describe('formats', () => {
  test('the terminal, when nothing else is asked for', async () => {
    const { stdout, stderr } = await plumbline(['scan'], { files: repository });
    expect(stdout).toContain('Agent support has no owner.');
    expect(stderr).toBe('');
  });

  test('many at once, in folders that are made for them; the gate is still said', async () => {
    const cwd = folder(repository);
    const args = ['scan', '-f', 'json', '-f', 'sarif=out/a.sarif', '-f', 'compact=out/a.txt'];
    const { stdout, stderr } = await plumbline(args, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ results: [{ rule: 'acme/owner', verdict: 'fail' }] });
    expect(JSON.parse(readFileSync(join(cwd, 'out/a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(cwd, 'out/a.txt'), 'utf8')).toContain('acme/owner fail');
    expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(['a.sarif', 'a.txt']);
    expect(stderr).toMatch(/^gate: .* \(exit 0\)\n$/);
  });

  test('- is standard output', async () => {
    const { stdout } = await plumbline(['scan', '-f', 'json=-'], { files: repository });
    expect(JSON.parse(stdout)).toHaveProperty('results');
  });

  test('a file that cannot be written', async () => {
    const { code, stderr } = await plumbline(['scan', '-f', 'json=infra'], { files: repository });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: cannot write infra\n {2}.*\n$/);
  });

  test('all verdicts on request, counted in any case', async () => {
    const coverage = { decided: 1, verdicts: { fail: 0, unknown: 0, pass: 1, notApplicable: 0 } };
    expect(await rules('findings')).toMatchObject({ coverage, results: [] });
    expect(await rules('all')).toMatchObject({ coverage, results: [{ verdict: 'pass' }] });
  });

  test('what passed is a test of JUnit without being asked for', async () => {
    const { stdout } = await plumbline(['scan', '-f', 'junit'], { files: good });
    expect(stdout).toContain('<testsuite name="acme/owner" tests="1" failures="0" errors="0" skipped="0"');
  });

  test('a user’s own rule has no page of ours', async () => {
    const { stdout } = await plumbline(['scan', '-f', 'sarif'], { files: repository });
    expect(stdout).not.toContain('helpUri');
  });
});

const header = async (args: readonly string[], files = repository): Promise<unknown> => {
  const { stdout } = await plumbline(['scan', '-f', 'json', ...args], { files });
  return JSON.parse(stdout);
};

describe('what decides is in the report', () => {
  test('the policy and the configuration', async () => {
    expect(await header([])).toMatchObject({
      ruleset: { policies: ['./acme.yaml'], digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      config: { path: 'plumbline.yaml', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    });
  });

  test('without a configuration, the default policy', async () => {
    expect(await header(['--no-config'])).toMatchObject({ ruleset: { policies: ['genai-baseline'] } });
    expect(await header(['--no-config'])).not.toHaveProperty('config');
  });

  test('a parameter without a value leaves its rules unconfigured, and says so', async () => {
    expect(await header(['--no-config', '--rule', 'bedrock/agent-approved-model'])).toMatchObject({
      notConfigured: [{ rule: 'bedrock/agent-approved-model', parameters: [{ name: 'approvedModels' }] }],
    });
  });

  test('the same input gives the same bytes, but for the time', async () => {
    const cwd = folder(repository);
    const once = async (): Promise<string> => {
      const { stdout } = await plumbline(['scan', '-f', 'json', '--verdicts', 'all'], { cwd });
      return stdout.replace(/"run": \{[^}]*\}/, '');
    };
    expect(await once()).toBe(await once());
  });
});

test('the values of a template come from the command line over the configuration', async () => {
  const files = {
    ...repository,
    'infra/agent.yaml':
      `Parameters: { Key: { Type: String } }\n${agent('{ owner: me }').replace('AgentName: support', 'AgentName: !Ref Key')}`.replace(
        '{ owner: me }',
        '{}',
      ),
    'plumbline.yaml': `${repository['plumbline.yaml']}cloudformation: { parameters: { Key: from-config } }\n`,
    'params.json': '[{ "ParameterKey": "Key", "ParameterValue": "from-file" }]',
  };
  const message = async (...args: readonly string[]): Promise<string | undefined> => {
    const { stdout } = await plumbline(['scan', '-f', 'compact', ...args], { files });
    return /Agent (\S+) has no owner/.exec(stdout)?.[1];
  };
  expect(await message()).toBe('from-config');
  expect(await message('--cfn-parameters', 'params.json')).toBe('from-file');
  expect(await message('--cfn-parameters', 'params.json', '--cfn-parameters', 'Key=given')).toBe('given');
});

test('-v says on standard error what was loaded', async () => {
  const { stdout, stderr } = await plumbline(['scan', '-v', '-f', 'json', '--region', 'eu-west-1'], {
    files: repository,
  });
  expect(JSON.parse(stdout)).toHaveProperty('results');
  expect(stderr).toMatch(
    /configuration {2}plumbline.yaml\npolicies {7}acme\nrules {10}1 of \d+, 0 not configured, 1 your own\n/,
  );
  expect(stderr).toContain('placement      region eu-west-1, account unknown, partition unknown\n');
});

describe('what is likely not meant', () => {
  test.each([
    [
      '--region eu-wset-1',
      'warning: eu-wset-1 is no Region that this version knows; did you mean eu-west-1?\n',
    ],
    ['--region xx-moon-1', 'warning: xx-moon-1 is no Region that this version knows; is it new?\n'],
    ['--region eu-west-1', ''],
  ])('%s', async (options, expected) => {
    const { code, stderr } = await plumbline(['scan', ...options.split(' ')], { files: repository });
    expect({ code, stderr }).toEqual({ code: 0, stderr: expected });
  });

  test('a parameter in the configuration that no selected rule reads', async () => {
    const config = `${repository['plumbline.yaml']}parameters: { approvedModels: [a] }\n`;
    const { code, stderr } = await plumbline(['scan'], {
      files: { ...repository, 'plumbline.yaml': config },
    });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'warning: no selected rule reads the parameter `approvedModels` (plumbline.yaml:3:15)\n',
    });
  });

  test('the same on the command line is a mistake', async () => {
    const { code, stderr } = await plumbline(['scan', '--set', 'approvedModels=a'], { files: repository });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `error: --set approvedModels=a decides nothing: no selected rule has that parameter
  hint: \`plumbline policies show\` lists the parameters of the policy
`,
    });
  });
});
