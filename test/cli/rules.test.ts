import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { folder } from '../scan/inputs/folder.ts';
import { agent, ownRule, plumbline, repository } from './plumbline.ts';

const caseFile = (expect_: string): string => `cases:
  - name: no owner
    expect: ${expect_}
    cloudformation:
      Resources:
        Agent: { Type: AWS::Bedrock::Agent, Properties: { AgentName: support, Tags: { team: ml } } }
`;

describe('rules new', () => {
  test('what it makes loads, type-checks and holds', async () => {
    const cwd = folder({});
    const made = await plumbline(['rules', 'new', 'acme/agent-owner', '--into', 'own'], { cwd });
    expect(made).toMatchObject({ code: 0, stdout: '' });
    expect(made.stderr).toContain(
      'wrote own/acme/agent-owner/rule.yaml and own/acme/agent-owner/cases.yaml\n',
    );
    expect(await plumbline(['rules', 'check', 'own'], { cwd })).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 rule checked, 0 mistakes\n',
    });
    expect(await plumbline(['rules', 'test', 'own'], { cwd })).toEqual({
      code: 0,
      stdout: '1 rule, 4 cases, 0 failed\n',
      stderr: '',
    });
  });

  test('it goes where the configuration has its rules, else to rules', async () => {
    const cwd = folder({ 'plumbline.yaml': 'rules: [mine]\n', 'mine/': '', 'deep/': '' });
    await plumbline(['rules', 'new', 'acme/a'], { cwd: join(cwd, 'deep') });
    expect(existsSync(join(cwd, 'deep/rules/acme/a/rule.yaml'))).toBe(true);
    await plumbline(['rules', 'new', 'acme/a'], { cwd });
    expect(existsSync(join(cwd, 'mine/acme/a/rule.yaml'))).toBe(true);
  });

  test('it never overwrites', async () => {
    const cwd = folder({ 'rules/acme/owner/rule.yaml': 'mine' });
    expect(await plumbline(['rules', 'new', 'acme/owner'], { cwd })).toMatchObject({
      code: 2,
      stderr: 'error: rules/acme/owner is there already; it was not touched\n',
    });
    expect(readFileSync(join(cwd, 'rules/acme/owner/rule.yaml'), 'utf8')).toBe('mine');
  });

  test.each(['Acme/owner', 'owner', 'acme/owner/x', '../x', 'acme/'])('%s is no id', async id => {
    expect(await plumbline(['rules', 'new', id])).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('rules check', () => {
  test('every mistake at its place, and exit code 2', async () => {
    const files = {
      'own/acme/owner/rule.yaml': ownRule
        .replace('r.AgentName', 'r.AgentNmae')
        .replace('in r.tags', 'in r.tag'),
      'own/acme/other/rule.yaml': ownRule.replace('severity: medium', 'severity: bad'),
    };
    const { code, stdout, stderr } = await plumbline(['rules', 'check', 'own'], { files });
    expect(code).toBe(2);
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^own\/acme\/other\/rule\.yaml:3:11: error: "bad" is not allowed \(/),
      expect.stringMatching(/^own\/acme\/owner\/rule\.yaml:9:\d+: error: .*tag/),
      expect.stringMatching(/^own\/acme\/owner\/rule\.yaml:10:\d+: error: .*AgentNmae.*AgentName/),
      'own/acme/owner/rule.yaml:1:1: warning: the rule has no cases',
      '',
    ]);
    expect(stderr).toBe('1 rule checked, 3 mistakes\n');
  });

  test('a scan does not run with a rule that has one', async () => {
    const files = {
      ...repository,
      'rules/acme/owner/rule.yaml': ownRule.replace('in r.tags', 'in r.tag'),
    };
    const { code, stdout, stderr } = await plumbline(['scan'], { files });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: rules do not load\n {2}rules\/acme\/owner\/rule\.yaml:9:\d+ /);
  });
});

const run = (cases: string, ...args: readonly string[]) =>
  plumbline(['rules', 'test', ...args], {
    files: { ...repository, 'rules/acme/owner/cases.yaml': cases },
  });

test('a case that does not hold', async () => {
  const { code, stdout } = await run(caseFile('pass'), 'acme/owner');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^FAIL acme\/owner: no owner\n {5}at rules\/acme\/owner\/cases\.yaml:2\n {5}expected pass, was fail\n[^]*1 rule, 1 case, 1 failed\n$/,
  );
});

describe('rules test', () => {
  test('with -v, those that hold too', async () => {
    expect(await run(caseFile('fail'), 'rules', '-v')).toEqual({
      code: 0,
      stdout: 'ok   acme/owner: no owner\n1 rule, 1 case, 0 failed\n',
      stderr: '',
    });
  });

  test('a rule without cases fails: nothing is known of it', async () => {
    expect(await plumbline(['rules', 'test', 'acme/owner'], { files: repository })).toMatchObject({
      code: 1,
      stdout: 'FAIL acme/owner: it has no cases\n1 rule, 0 cases, 1 failed\n',
    });
  });

  test('cases that do not load', async () => {
    const { code, stderr } = await run(caseFile('passes'), 'rules');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: rules do not load\n {2}rules\/acme\/owner\/cases\.yaml:3:13 {2}"passes" is not allowed\n/,
    );
  });
});

test('rules trace prints each value, where it was read, and the verdict', async () => {
  const { code, stdout } = await plumbline(['rules', 'trace', 'acme/owner', '--resource', 'Agent'], {
    files: repository,
  });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Agent {2}AWS::Bedrock::Agent {2}infra\/agent\.yaml#Agent\n/);
  expect(stdout).toMatch(/\n {2}params\.ownerTag +owner\n/);
  expect(stdout).toMatch(/\n {2}r\.tags +.*team.* infra\/agent\.yaml:7:\d+\n/);
  expect(stdout).toContain('\n  → fail: Agent support has no owner.\n');
});

test('rules trace of a resource that is not there', async () => {
  const { code, stderr } = await plumbline(['rules', 'trace', 'acme/owner', '--resource', 'Agnet'], {
    files: repository,
  });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'error: acme/owner looks at no Agnet here\n  hint: `plumbline scan --verdicts all` lists what there is\n',
  });
});

describe('rules list', () => {
  test('state, severity and title of each', async () => {
    const { stdout } = await plumbline(['rules', 'list', 'acme/*'], { files: repository });
    expect(stdout).toBe(`RULE        SEVERITY  STATE  TITLE
acme/owner  medium    on     Agents carry an owner tag
1 rule, 1 selected
`);
  });

  test('as JSON, with what is missing', async () => {
    const { stdout } = await plumbline(['rules', 'list', '*/agent-approved-model', '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        id: 'bedrock/agent-approved-model',
        state: 'not configured (approvedModels)',
        missing: ['approvedModels'],
      },
    ]);
  });
});

test('a user’s folder may be called rules, like ours', async () => {
  const { stdout } = await plumbline(['scan', '-v', '--rule', 'bedrock/agent-session-timeout'], {
    files: { ...repository, 'infra/agent.yaml': agent('{}') },
  });
  expect(stdout).toContain('1 rule');
});
