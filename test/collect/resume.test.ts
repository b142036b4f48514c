import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { collect } from '../../src/collect/collect.ts';
import type { CollectRequest } from '../../src/collect/request.ts';
import { openSnapshot } from '../../src/collect/snapshot/read.ts';
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
