import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { folder } from '../scan/inputs/folder.ts';
import { agent, plumbline, repository, type Outcome } from './plumbline.ts';
import { waiversYaml, waiverYaml } from './waiver.ts';

const said = [
  '--owner',
  '@ml',
  '--approver',
  '@security',
  '--ticket',
  'RISK-1',
  '--reason',
  'internal: pilot',
];
const run = (cwd: string, ...args: readonly string[]): Promise<Outcome> =>
  plumbline([...args, '--as-of', '2026-11-21'], { cwd });

test('add writes what add, list, explain, check and scan read again', async () => {
  const cwd = folder(repository);
  const added = await run(
    cwd,
    'waivers',
    'add',
    'acme/owner',
    '--resource',
    'Agent',
    ...said,
    '--expires',
    '90d',
  );
  expect(added).toEqual({
    code: 0,
    stdout: 'added to waivers.yaml: covers 1 finding now, expires 2027-02-19\n',
    stderr: '',
  });
  expect(readFileSync(join(cwd, 'waivers.yaml'), 'utf8'))
    .toBe(`# yaml-language-server: $schema=node_modules/plumbline/schemas/waivers.schema.json
# Failures that were accepted: by whom, why and until when. \`plumbline waivers check\` says which need a look.
waivers:
  - rule: acme/owner
    resource: "infra/agent.yaml#Agent"
    reason: "internal: pilot"
    owner: "@ml"
    approver: "@security"
    ticket: RISK-1
    created: 2026-11-21
    expires: 2027-02-19
`);
  expect((await run(cwd, 'scan', '-q')).stdout).toContain('waived until 2027-02-19');
  expect((await run(cwd, 'waivers', 'check')).code).toBe(0);
  expect((await run(cwd, 'waivers', 'list')).stdout).toContain(
    'active, covers 1, until 2027-02-19, owner @ml',
  );
  expect((await run(cwd, 'waivers', 'list', '--expiring', '30d')).stdout).toBe('0 waivers\n');
  expect((await run(cwd, 'waivers', 'list', '--expiring', '90d')).stdout).toContain('1 waiver\n');
  const names = ['waivers.yaml:4', 'waivers.yaml:4:5', 'acme/owner', 'infra/agent.yaml#Agent'];
  const explained = await Promise.all(names.map(name => run(cwd, 'waivers', 'explain', name)));
  for (const { stdout } of explained) expect(stdout).toContain('Agent support has no owner.');
  const twice = await run(
    cwd,
    'waivers',
    'add',
    'acme/owner',
    '--resource',
    'Agent',
    ...said,
    '--expires',
    '90d',
  );
  expect(twice.code).toBe(2);
  expect(twice.stderr).toContain('the waiver would accept nothing');
});

test('add keeps what is in the file, and names one finding by its id', async () => {
  const cwd = folder({
    ...repository,
    'infra/other.yaml': agent('{ a: b }'),
    'waivers.yaml': `# ours\n${waiversYaml(waiverYaml())}# the end\n`,
  });
  const { stdout } = await run(cwd, 'scan', '-f', 'json');
  const id: string = JSON.parse(stdout).results.find((one: { resource: { id: string } }) =>
    one.resource.id.includes('other'),
  ).id;
  const added = await run(
    cwd,
    'waivers',
    'add',
    id.slice(0, 12),
    ...said,
    '--expires',
    '2027-11-21',
    '--id',
    'W-2',
  );
  expect(added.stdout).toContain('covers 1 finding now');
  const text = readFileSync(join(cwd, 'waivers.yaml'), 'utf8');
  expect(text.startsWith(`# ours\n${waiversYaml(waiverYaml())}  - id: W-2\n`)).toBe(true);
  expect(text).toContain(`    finding: ${id}\n`);
  expect(text.endsWith('# the end\n')).toBe(true);
});

test.each<readonly [string, readonly string[], string]>([
  [
    'nobody to ask',
    ['acme/owner', '--resource', 'Agent'],
    'a waiver needs --reason, --owner, --approver, --ticket, --expires',
  ],
  ['no resource', ['acme/owner', ...said, '--expires', '9d'], 'a waiver of acme/owner needs --resource'],
  [
    'too long',
    ['acme/owner', '--resource', 'Agent', ...said, '--expires', '366d'],
    'at most 365 are allowed',
  ],
  [
    'a day that is none',
    ['acme/owner', '--resource', 'Agent', ...said, '--expires', 'soon'],
    '`expires` is no day: "soon"',
  ],
  [
    'a rule that is none',
    ['acme/onwer', '--resource', 'Agent', ...said, '--expires', '9d'],
    'rule acme/onwer does not exist',
  ],
  [
    'a resource that is none',
    ['acme/owner', '--resource', 'Agnet', ...said, '--expires', '9d'],
    'the waiver would accept nothing',
  ],
  [
    'a finding that is none',
    ['0123456789ab', ...said, '--expires', '9d'],
    'no finding has an id that begins with 0123456789ab',
  ],
])('add refuses %s, and writes nothing', async (_, args, message) => {
  const cwd = folder(repository);
  const { code, stderr } = await run(cwd, 'waivers', 'add', ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(() => readFileSync(join(cwd, 'waivers.yaml'))).toThrow('ENOENT');
});

test('check fails for what is expired, unused or too wide; prune takes out the first two and nothing else', async () => {
  const file = `waivers:
  # the pilot
${waiverYaml({ expires: '2026-11-20' })}  # what is left
${waiverYaml({ resource: 'infra/agent.yaml#Gone' })}  # stays
${waiverYaml({ resource: 'infra/*', maxFindings: 1 })}`;
  const cwd = folder({ ...repository, 'infra/other.yaml': agent('{ a: b }'), 'waivers.yaml': file });
  const check = await run(cwd, 'waivers', 'check');
  expect(check.code).toBe(1);
  expect(check.stdout).toContain('3 waivers: 1 expired, 1 too-wide, 1 unused');
  const prune = await run(cwd, 'waivers', 'prune');
  expect(prune.stdout).toContain('2 waivers removed, 1 left');
  expect(readFileSync(join(cwd, 'waivers.yaml'), 'utf8')).toBe(
    `waivers:\n  # the pilot\n  # stays\n${waiverYaml({ resource: 'infra/*', maxFindings: 1 })}`,
  );
});

test('a run that does not look at a waiver says nothing of it, and prune leaves it', async () => {
  const cwd = folder({
    ...repository,
    'other/agent.yaml': agent('{ owner: me }'),
    'waivers.yaml': waiversYaml(waiverYaml()),
  });
  const list = await run(cwd, 'waivers', 'list', 'other');
  expect(list.stdout).toContain('unseen, covers 0');
  expect((await run(cwd, 'waivers', 'prune', 'other')).stdout).toBe('0 waivers removed, 1 left\n');
});

test('a baseline shrinks, follows what moved when asked, and grows only when told', async () => {
  const cwd = folder({ ...repository, 'infra/b.yaml': agent('{ a: b }') });
  const known = (): readonly string[] =>
    JSON.parse(readFileSync(join(cwd, 'plumbline-baseline.json'), 'utf8')).findings.map(
      ({ resource }: { resource: string }) => resource,
    );
  const update = (...args: readonly string[]) =>
    run(cwd, 'baseline', 'update', '--baseline', 'plumbline-baseline.json', ...args);
  expect((await run(cwd, 'baseline', 'create')).stdout).toBe('wrote plumbline-baseline.json: 2 findings\n');
  const again = await run(cwd, 'baseline', 'create');
  expect(again).toMatchObject({ code: 2, stdout: '' });
  const first = readFileSync(join(cwd, 'plumbline-baseline.json'), 'utf8');
  await update();
  expect(readFileSync(join(cwd, 'plumbline-baseline.json'), 'utf8')).toBe(first);
  writeFileSync(join(cwd, 'infra/b.yaml'), agent('{ owner: me }'));
  writeFileSync(join(cwd, 'infra/c.yaml'), agent('{ c: d }').replace('  Agent:', '  Other:'));
  const shrunk = await update();
  expect(shrunk.stdout).toBe('wrote plumbline-baseline.json: 1 known, 1 removed\n');
  expect(shrunk.stderr).toContain('1 new finding left out');
  expect(known()).toEqual(['infra/agent.yaml#Agent']);
  writeFileSync(join(cwd, 'infra/b.yaml'), agent('{ team: ml }'));
  writeFileSync(join(cwd, 'infra/agent.yaml'), agent('{ owner: me }'));
  expect((await update('--moved')).stdout).toBe(
    'wrote plumbline-baseline.json: 1 known, 0 removed, 1 moved\n',
  );
  expect(known()).toEqual(['infra/b.yaml#Agent']);
  expect((await update('--accept-new')).stdout).toBe(
    'wrote plumbline-baseline.json: 2 known, 0 removed, 1 new ones taken in\n',
  );
  expect(known()).toEqual(['infra/b.yaml#Agent', 'infra/c.yaml#Other']);
});

test('what a run does not look at stays known: nothing is fixed that nobody saw', async () => {
  const cwd = folder({ ...repository, 'other/agent.yaml': agent('{ a: b }') });
  await run(cwd, 'baseline', 'create');
  const { stdout } = await run(cwd, 'scan', 'infra', '--baseline', 'plumbline-baseline.json');
  expect(stdout).toContain('0 new, 1 unchanged (1 fail), 0 fixed, 1 not looked at');
  const update = await run(cwd, 'baseline', 'update', 'infra', '--baseline', 'plumbline-baseline.json');
  expect(update.stdout).toBe('wrote plumbline-baseline.json: 2 known, 0 removed\n');
});

test('a mandatory rule is neither waived nor known', async () => {
  const mandatory = "id: acme\ntitle: Acme\nrules: [{ match: 'acme/*', mandatory: true }]\n";
  const cwd = folder({ ...repository, 'acme.yaml': mandatory });
  const add = await run(
    cwd,
    'waivers',
    'add',
    'acme/owner',
    '--resource',
    'Agent',
    ...said,
    '--expires',
    '9d',
  );
  expect(add.stderr).toContain('the policy lets nobody waive acme/owner');
  expect((await run(cwd, 'baseline', 'create')).stdout).toBe('wrote plumbline-baseline.json: 0 findings\n');
});
