import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { collect } from '../../src/collect/collect.ts';
import type { CollectRequest } from '../../src/collect/request.ts';
import { memberLength, memberOf, textOfMember } from '../../src/collect/snapshot/member.ts';
import { openSnapshot } from '../../src/collect/snapshot/read.ts';
import { ending, startPlumbline } from '../live/command-line.ts';
import { serveAws } from './local-aws.ts';
import type { Asked, LocalAws, Reply } from './local-aws.ts';

/* Whole runs against a small organisation on this machine, with the real SDK. */

const own = '111122223333';
const member = '444455556666';
const outside = '777788889999';

let folder: string;
let path: string;
let server: LocalAws;
let override: (asked: Asked) => Reply | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  path = join(folder, 'a.plumb');
  override = () => undefined;
  server = await serveAws(asked => override(asked) ?? organisation(asked));
  vi.stubEnv('AWS_ENDPOINT_URL', server.endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  vi.stubEnv('AWS_REGION', 'us-east-1');
});
afterEach(() => {
  vi.unstubAllEnvs();
  server.stop();
  rmSync(folder, { recursive: true });
});

const json = (value: unknown): Reply => ({ body: JSON.stringify(value) });

const sts = (operation: string, result: string): Reply => ({
  body: `<${operation}Response><${operation}Result>${result}</${operation}Result></${operation}Response>`,
});

const accountOf = (Id: string) => ({
  Id,
  Arn: `arn:aws:organizations::${own}:account/o-1/${Id}`,
  Name: Id,
  Status: 'ACTIVE',
});

const answers: Readonly<Record<string, Reply>> = {
  GetCallerIdentity: sts(
    'GetCallerIdentity',
    `<Arn>arn:aws:iam::${own}:role/x</Arn><Account>${own}</Account>`,
  ),
  AssumeRole: sts(
    'AssumeRole',
    '<Credentials><AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey><SessionToken>T</SessionToken></Credentials>',
  ),
  DescribeOrganization: json({ Organization: { Id: 'o-1', Arn: 'arn:o', MasterAccountId: own } }),
  ListRoots: json({ Roots: [{ Id: 'r-1', Arn: 'arn:r', Name: 'Root', PolicyTypes: [] }] }),
  ListOrganizationalUnitsForParent: json({ OrganizationalUnits: [] }),
  ListAccounts: json({ Accounts: [own, member, outside].map(accountOf) }),
  ListParents: json({ Parents: [{ Id: 'r-1', Type: 'ROOT' }] }),
  ListTagsForResource: json({ Tags: [] }),
  ListDelegatedAdministrators: json({ DelegatedAdministrators: [] }),
  ListAWSServiceAccessForOrganization: json({ EnabledServicePrincipals: [] }),
  DescribeResourcePolicy: json({}),
  ListAliases: json({ Aliases: [] }),
  ListKeys: json({ Keys: [] }),
};

function organisation({ operation, path: url }: Asked): Reply {
  if (url.startsWith('/listRegions'))
    return json({ Regions: [{ RegionName: 'us-east-1', RegionOptStatus: 'ENABLED_BY_DEFAULT' }] });
  return answers[operation] ?? { status: 400, body: '{"__type":"UnknownOperationException"}' };
}

const request = (more: Partial<CollectRequest> = {}): CollectRequest => ({
  tool: { name: 'plumbline', version: '1' },
  path,
  organisation: true,
  roles: [{ value: 'Scan' }],
  externalIds: [],
  filter: { accounts: [own, member], excluded: [], units: [], tags: [] },
  regions: [],
  services: ['kms'],
  maxRps: 1000,
  concurrency: 4,
  redact: false,
  via: 'api',
  ...more,
});

const quiet = {
  accounts: () => undefined,
  planned: () => undefined,
  expect: () => undefined,
  done: () => undefined,
  throttled: () => undefined,
};

const goOn = (more: Partial<CollectRequest> = {}) => {
  const { via: _via, ...plain } = request();
  const filter = { accounts: [], excluded: [], units: [], tags: [] };
  return collect({ ...plain, organisation: false, services: [], filter, resume: 'missing', ...more }, quiet);
};

const assumed = (): readonly string[] =>
  server.asked.flatMap(({ operation, body }) =>
    operation === 'AssumeRole' ? [/iam%3A%3A(\d{12})/.exec(body)?.[1] ?? ''] : [],
  );

const statuses = () =>
  [...openSnapshot(path).rows.values()].map(
    ({ account, service, status, cause }) => `${account} ${service} ${cause ?? status}`,
  );

test('a run that goes on enters no account that was left out, and needs no --org for it', async () => {
  override = ({ operation }) =>
    operation === 'ListKeys' ? { status: 403, body: '{"__type":"AccessDeniedException"}' } : undefined;
  await collect(request(), quiet);
  expect(statuses()).toContain(`${member} kms access-denied`);
  override = () => undefined;
  server.asked.splice(0);
  expect(await goOn()).toMatchObject({ organisation: true, stopped: false });
  expect(assumed()).toEqual([member]);
  expect(statuses().filter(one => !one.endsWith(' ok'))).toEqual([]);
  expect(openSnapshot(path).header.accounts.map(({ id, skipped }) => [id, skipped])).toEqual([
    [own, undefined],
    [member, undefined],
    [outside, 'not selected'],
  ]);
});

test('what is redacted is told apart by its pseudonym, and is not entered either', async () => {
  override = ({ operation }) =>
    operation === 'ListKeys' ? { status: 403, body: '{"__type":"AccessDeniedException"}' } : undefined;
  await collect(request({ redact: true }), quiet);
  override = () => undefined;
  server.asked.splice(0);
  await goOn();
  expect(assumed()).toEqual([member]);
  expect(statuses().filter(one => !one.endsWith(' ok'))).toEqual([]);
});

test('a redacted snapshot of the own account goes on', async () => {
  const filter = { accounts: [], excluded: [], units: [], tags: [] };
  await collect(request({ organisation: false, redact: true, filter }), quiet);
  server.asked.splice(0);
  await goOn({ resume: 'failed', roles: [] });
  expect(assumed()).toEqual([]);
  expect(statuses()).toHaveLength(2);
});

test('a file that is there is not written over, and a folder that is not there is said before anything is asked', async () => {
  writeFileSync(path, 'mine');
  await expect(collect(request(), quiet)).rejects.toThrow(/is there already/);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  const nowhere = join(folder, 'nowhere', 'a.plumb');
  await expect(collect(request({ path: nowhere }), quiet)).rejects.toThrow(/cannot write/);
  const below = join(path, 'a.plumb');
  await expect(collect(request({ path: below }), quiet)).rejects.toThrow(/cannot write/);
  expect(server.asked).toEqual([]);
});

test('two runs do not write one snapshot', async () => {
  const filter = { accounts: [], excluded: [], units: [], tags: [] };
  const alone = request({ organisation: false, filter });
  await collect(alone, quiet);
  const runs = await Promise.allSettled([goOn({ resume: 'failed' }), goOn({ resume: 'failed' })]);
  expect(runs.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(openSnapshot(path).damage).toEqual([]);
});

test('a snapshot of which nothing can be trusted is not gone on with', async () => {
  const filter = { accounts: [], excluded: [], units: [], tags: [] };
  await collect(request({ organisation: false, filter }), quiet);
  const bytes = readFileSync(path);
  const length = memberLength(bytes) ?? 0;
  const header = textOfMember(bytes.subarray(0, length)) ?? '';
  const changed = header.replace('"started":"20', '"started":"19');
  writeFileSync(path, Buffer.concat([memberOf(changed), bytes.subarray(length)]));
  await expect(goOn()).rejects.toThrow(/nothing in it can be trusted/);
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  'what was read before %s is in the snapshot, and a run goes on with it',
  async (signal, code) => {
    let under: (() => void) | undefined;
    const begun = new Promise<void>(resolve => (under = resolve));
    override = ({ operation }) => {
      if (operation !== 'ListKeys') return undefined;
      under?.();
      return { body: '{"Keys":[', stalls: true };
    };
    const child = startPlumbline(server.endpoint, ['collect', '--services', 'kms,iam', '-o', path]);
    let stderr = '';
    child.stderr.on('data', data => void (stderr += String(data)));
    const ended = ending(child);
    await begun;
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(stderr).toContain('collect --resume');
    expect(openSnapshot(path).end).toBeUndefined();
    override = () => undefined;
    await goOn({ roles: [] });
    expect(openSnapshot(path).end?.reason).toBe('finished');
    expect(statuses()).toContain(`${own} kms ok`);
  },
  30_000,
);

test('a full disk ends the run at once, and what was read before is kept', async () => {
  const many = Array.from({ length: 300 }, (_, index) => ({
    AliasArn: `arn:${index}:${Math.random()}`,
    TargetKeyId: 'k',
  }));
  override = ({ operation }) => (operation === 'ListAliases' ? json({ Aliases: many }) : undefined);
  const args = ['collect', '--services', 'kms', '-o', path];
  // Blocks of 1024 bytes: the header and the Regions have room, the aliases do not.
  const child = startPlumbline(server.endpoint, args, 'ulimit -f 4');
  let stderr = '';
  child.stderr.on('data', data => void (stderr += String(data)));
  expect(await ending(child)).toBe(2);
  expect(stderr).toContain('cannot write');
  expect(stderr).toContain('--resume');
  expect(statuses()).toEqual([`${own} account ok`]);
  await goOn({ roles: [] });
  expect(statuses()).toContain(`${own} kms ok`);
}, 30_000);
