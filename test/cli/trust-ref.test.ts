import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Report } from '../../src/model/report.ts';
import { readResult } from '../../src/report/read-result.ts';
import { gitRepository, type GitRepository } from './git-repository.ts';
import { agent, ownRule, plumbline, repository } from './plumbline.ts';
import { waiverComment, waiversYaml, waiverYaml } from './waiver.ts';

const config = repository['plumbline.yaml'];
const gate = 'failOn: medium\n';
const files = { ...repository, 'plumbline.yaml': config + gate };

async function scanned({ root }: GitRepository, ...args: readonly string[]): Promise<Report> {
  const trusted = ['scan', '--trust-ref', 'main', '--as-of', '2026-11-21', '-f', 'json', ...args];
  const { stdout: text, stderr } = await plumbline(trusted, { cwd: root });
  expect(stderr).not.toContain('error');
  return readResult({ path: 'result.json', text });
}

const said = ({ trust }: Report): readonly string[] =>
  (trust?.changes ?? []).map(({ what, change, path }) => `${what} ${change}: ${path}`);

const states = ({ results }: Report): readonly string[] =>
  results.map(({ resource, verdict, waiver }) => `${resource.name} ${verdict} ${waiver?.state ?? '-'}`);

test.each<readonly [string, Readonly<Record<string, string | null>>, readonly string[]]>([
  [
    'a gate that is switched off',
    { 'plumbline.yaml': `${config}failOn: none\n` },
    ['configuration changed: plumbline.yaml'],
  ],
  [
    'a file that is left out',
    { 'plumbline.yaml': `${config}${gate}inputs: { exclude: [infra] }\n` },
    ['configuration changed: plumbline.yaml'],
  ],
  [
    'a configuration that is gone',
    { 'plumbline.yaml': null },
    [
      'configuration removed: plumbline.yaml',
      'policy removed: acme.yaml',
      'rule removed: rules/acme/owner/rule.yaml',
    ],
  ],
  [
    'a policy without the rule',
    { 'acme.yaml': "id: acme\ntitle: Acme\nrules: [{ match: 'acme/*', enabled: false }]\n" },
    ['policy changed: acme.yaml'],
  ],
  [
    'a rule that asks for nothing',
    { 'rules/acme/owner/rule.yaml': ownRule.replace('params.ownerTag in r.tags', 'true') },
    ['rule changed: rules/acme/owner/rule.yaml'],
  ],
  [
    'a severity below the gate',
    { 'rules/acme/owner/rule.yaml': ownRule.replace('severity: medium', 'severity: low') },
    ['rule changed: rules/acme/owner/rule.yaml'],
  ],
  [
    'a configuration that does not load',
    { 'plumbline.yaml': 'failon: none\n' },
    ['configuration changed: plumbline.yaml'],
  ],
])('a pull request cannot switch off its gate: %s', async (_, change, changes) => {
  const repo = gitRepository(files);
  repo.commit(change);
  const report = await scanned(repo);
  expect(states(report)).toEqual(['Agent fail -']);
  expect(report.gate).toMatchObject({ exitCode: 1, failOn: 'medium' });
  expect(said(report)).toEqual(changes);
});

test('a waiver counts once it is merged, and says so before', async () => {
  const repo = gitRepository(files);
  repo.commit({ 'waivers.yaml': waiversYaml(waiverYaml()) });
  const report = await scanned(repo);
  expect(states(report)).toEqual(['Agent fail after-merge']);
  expect(report.results[0]?.waiver?.note).toBe('would be waived after merge, until 2027-02-19');
  expect(report.gate.exitCode).toBe(1);
  expect(report.trust?.changes).toEqual([
    {
      what: 'waiver',
      change: 'added',
      path: 'waivers.yaml:2:5',
      detail: 'acme/owner on infra/agent.yaml#Agent: until 2027-02-19, owner @ml',
    },
  ]);
  repo.git('checkout', '--quiet', 'main');
  repo.git('merge', '--quiet', 'work');
  expect(states(await scanned(repo))).toEqual(['Agent waived active']);
});

test('a waiver that is longer or gone in the pull request is told, and the merged one decides', async () => {
  const other = waiverYaml({ resource: 'infra/other.yaml#Agent' });
  const repo = gitRepository({
    ...files,
    'waivers.yaml': waiversYaml(waiverYaml({ expires: '2026-11-10' }), other),
  });
  repo.commit({ 'waivers.yaml': waiversYaml(waiverYaml({ expires: '2027-10-10' })) });
  const report = await scanned(repo);
  expect(states(report)).toEqual(['Agent fail expired']);
  expect(report.trust?.changes.map(({ change, detail }) => `${change} ${detail}`)).toEqual([
    'changed acme/owner on infra/agent.yaml#Agent: expires 2026-11-10 → 2027-10-10',
    'removed acme/owner on infra/other.yaml#Agent: held until 2027-02-19',
  ]);
});

const waived = (comment: string): string =>
  repository['infra/agent.yaml'].replace('  Agent:', `  ${comment}\n  Agent:`);

test('a waiver in a template counts when the trusted commit has the same one', async () => {
  const repo = gitRepository({
    ...files,
    'infra/old.yaml': waived(waiverComment()),
    'infra/longer.yaml': waived(waiverComment()),
  });
  repo.commit({
    'infra/agent.yaml': waived(waiverComment()),
    'infra/longer.yaml': waived(waiverComment({ expires: '2027-10-10' })),
  });
  const report = await scanned(repo);
  expect(report.results.map(({ resource, waiver }) => `${resource.key} ${waiver?.state}`).toSorted()).toEqual(
    [
      'infra/agent.yaml#Agent after-merge',
      'infra/longer.yaml#Agent after-merge',
      'infra/old.yaml#Agent active',
    ],
  );
  repo.git('mv', 'infra/old.yaml', 'infra/renamed.yaml');
  repo.commit();
  const moved = await scanned(repo, 'infra/renamed.yaml');
  expect(states(moved)).toEqual(['Agent waived active']);
});

test('a baseline of the pull request knows nothing', async () => {
  const named = `${config}${gate}baseline: known.json\n`;
  const repo = gitRepository({
    ...files,
    'plumbline.yaml': named,
    'known.json': '{ "schemaVersion": "1", "findings": [] }\n',
  });
  const created = await plumbline(['baseline', 'create', '-o', 'more.json'], { cwd: repo.root });
  expect(created).toMatchObject({ code: 0, stdout: 'wrote more.json: 1 finding\n' });
  repo.commit({ 'known.json': readFileSync(join(repo.root, 'more.json'), 'utf8') });
  const untrusted = await plumbline(['scan', '-q'], { cwd: repo.root });
  expect(untrusted).toMatchObject({ code: 0 });
  const report = await scanned(repo);
  expect(report.gate.exitCode).toBe(1);
  expect(said(report)).toEqual(['baseline changed: known.json']);
});

test('what the command line names is taken from the trusted commit too', async () => {
  const repo = gitRepository({ ...files, 'strict.yaml': config + gate });
  repo.commit({ 'strict.yaml': `${config}failOn: none\n` });
  const report = await scanned(repo, '--config', 'strict.yaml');
  expect(report.gate).toMatchObject({ exitCode: 1, failOn: 'medium' });
  const absolute = await scanned(repo, '--config', `${repo.root}/strict.yaml`);
  expect(absolute.gate).toMatchObject({ exitCode: 1, failOn: 'medium' });
});

test('with --diff-from it takes both from the same commit', async () => {
  const repo = gitRepository(files);
  repo.commit({ 'infra/new.yaml': agent('{ team: ml }'), 'plumbline.yaml': `${config}failOn: none\n` });
  const report = await scanned(repo, '--diff-from', 'main');
  expect(report.comparison).toMatchObject({
    new: { fail: 1, unknown: 0 },
    unchanged: { fail: 1, unknown: 0 },
  });
  expect(report.gate).toMatchObject({ exitCode: 1, reason: '1 new failure at or above medium' });
});

test('a line in .gitignore does not hide what will be merged', async () => {
  const repo = gitRepository(files);
  repo.commit({ '.gitignore': 'infra/\n' });
  expect(states(await scanned(repo))).toEqual(['Agent fail -']);
});

test('a folder that the trusted commit does not have is assessed under its configuration', async () => {
  const repo = gitRepository(files);
  repo.commit({ 'stacks/new.yaml': agent('{ team: ml }') });
  expect((await scanned(repo, 'stacks')).gate).toMatchObject({ exitCode: 1, failOn: 'medium' });
});

test('a file of values is an input: the trusted commit says which one, the pull request what is in it', async () => {
  const main = `variable "team" {}
resource "aws_bedrockagent_agent" "a" {
  agent_name              = "a"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/agent"
  foundation_model        = "amazon.nova-lite-v1:0"
  tags                    = { (var.team) = "x" }
}
`;
  const repo = gitRepository({
    ...files,
    'plumbline.yaml': `${config}${gate}terraform: { varFiles: [prod.tfvars] }\n`,
    'infra/agent.yaml': agent('{ owner: me }'),
    'tf/main.tf': main,
    'prod.tfvars': 'team = "owner"\n',
  });
  expect((await scanned(repo)).gate.exitCode).toBe(0);
  repo.commit({ 'prod.tfvars': 'team = "other"\n' });
  const report = await scanned(repo, '--diff-from', 'main');
  expect(report.comparison?.new).toEqual({ fail: 1, unknown: 0 });
  expect(report.gate.exitCode).toBe(1);
  repo.commit({ 'prod.tfvars': null });
  const { code, stderr } = await plumbline(['scan', '--trust-ref', 'main'], { cwd: repo.root });
  expect(code).toBe(2);
  expect(stderr).toContain('the file of variables prod.tfvars does not exist');
});
