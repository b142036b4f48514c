import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import { loadTypes } from '../../../src/catalog/types.ts';
import { memberLength, memberOf, textOfMember } from '../../../src/collect/snapshot/member.ts';
import { createSnapshot } from '../../../src/collect/snapshot/write.ts';
import type { LedgerRow, Observation, SnapshotHeader } from '../../../src/model/observation.ts';
import { viewSnapshot } from '../../../src/scan/live/view-snapshot.ts';
import type { ScanRequest } from '../../../src/scan/request.ts';
import { scan } from '../../../src/scan/scan.ts';

/* What a collection was not asked for is open in exactly the scopes that it could be in. */

const types = loadTypes(join(packageFolder, 'types'));
const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
const management = '999988887777';

const header: SnapshotHeader = {
  schemaVersion: '1',
  tool: { name: 'plumbline', version: '0.1.3' },
  started: '2026-11-21T06:00:00.000Z',
  caller: `arn:aws:iam::${management}:role/nightly`,
  organisation: { id: 'o-a1b2c3d4e5', management },
  accounts: [
    { id: management, partition: 'aws' },
    { id: place.account, partition: 'aws' },
  ],
  services: [
    { name: 'organization-policies', scope: 'organisation', kinds: ['organizations:policy'] },
    { name: 'iam', scope: 'global', kinds: ['iam:role'] },
    { name: 's3', scope: 'regional', kinds: ['s3:bucket'] },
  ],
  redacted: false,
};

const observation = (more: Partial<Observation> & Pick<Observation, 'kind' | 'id'>): Observation => ({
  ...place,
  data: {},
  tags: {},
  calls: [],
  ...more,
});

const observations: Readonly<Record<string, readonly Observation[]>> = {
  account: [
    observation({ kind: 'account:region', id: 'a', region: 'global', data: { RegionName: 'eu-west-1' } }),
  ],
  'organization-policies': [
    observation({ kind: 'organizations:policy', id: 'arn:aws:organizations::1:policy/p', region: 'global' }),
  ],
  s3: [observation({ kind: 's3:bucket', id: 'arn:aws:s3:::b', data: { Name: 'b' } })],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function view(of: SnapshotHeader = header, end: 'finished' | 'none' = 'finished', name = 'a.plumb') {
  const writer = createSnapshot(join(folder, name), of, record => record);
  const write = (account: string, region: string, service: string): void => {
    const unit = writer.unit();
    const seen = observations[service] ?? [];
    const own = seen.map(one => ({ ...one, account, id: one.id.replace('b', account) }));
    for (const one of own) unit.add({ type: 'observation', ...one });
    unit.end(rowOf(account, region, service));
  };
  for (const account of [management, place.account]) {
    write(account, 'global', 'account');
    write(account, 'global', 'iam');
    write(account, 'eu-west-1', 's3');
  }
  write(management, 'global', 'organization-policies');
  write(management, 'global', 'organizations');
  if (end === 'finished') writer.end(end);
  writer.close();
  return viewSnapshot(folder, name, { types, version: '0.1.9' });
}

const rowOf = (account: string, region: string, service: string): LedgerRow => ({
  ...place,
  account,
  region,
  service,
  status: 'ok',
  observations: 1,
  calls: 1,
  throttled: 0,
  started: header.started,
  ended: header.started,
});

/** Why there may be more of a type in a scope than is in view. */
function openingOf({ estate }: ReturnType<typeof view>, key: string, type: string): string | undefined {
  const scope = estate.scopes.find(one => one.key === key);
  const open = scope?.openings.find(one => one.types === 'all' || one.types.includes(type));
  return open?.because.chain[0]?.what;
}

const bucket = 'AWS::S3::Bucket';
const ofAccount = `account/${place.account}`;
const ofRegion = `account-region/${place.account}/eu-west-1`;

test('what was asked for and answered is closed', () => {
  const whole = view();
  expect(whole.problems).toEqual([]);
  for (const key of [ofAccount, ofRegion]) {
    expect(openingOf(whole, key, bucket)).toBeUndefined();
    expect(openingOf(whole, key, 'AWS::IAM::Role')).toBeUndefined();
    // A part of its role.
    expect(openingOf(whole, key, 'AWS::IAM::RolePolicy')).toBeUndefined();
  }
});

test('what nobody looks for is open everywhere', () => {
  const whole = view();
  for (const key of [ofAccount, ofRegion])
    expect(openingOf(whole, key, 'AWS::Bedrock::Guardrail')).toBe('the collection did not look for it');
});

test('Regions that were not asked for open the account, and not the Region that was', () => {
  const narrow = view({ ...header, regions: ['eu-west-1'] });
  expect(openingOf(narrow, ofAccount, bucket)).toBe('only eu-west-1 was asked for');
  expect(openingOf(narrow, ofAccount, 'AWS::IAM::Role')).toBeUndefined();
  expect(openingOf(narrow, ofRegion, bucket)).toBeUndefined();
});

const wider = (skipped: string) =>
  view({ ...header, accounts: [...header.accounts, { id: '444455556666', partition: 'aws', skipped }] });

test('an account that was not asked for opens the organisation, and one that is suspended does not', () => {
  expect(openingOf(wider('not selected'), 'organisation', bucket)).toBe(
    'account 444455556666 is not selected',
  );
  rmSync(join(folder, 'a.plumb'));
  expect(openingOf(wider('suspended'), 'organisation', bucket)).toBeUndefined();
});

test('without an organisation nothing is known of its policies', () => {
  const { organisation: _, ...alone } = header;
  const whole = view({ ...alone, accounts: header.accounts.slice(1) });
  expect(openingOf(whole, ofAccount, 'AWS::Organizations::Policy')).toBeDefined();
});

test('a snapshot without an end, and one of another version, are problems, and the latter says nothing by silence', () => {
  expect(view(header, 'none').problems.map(({ message }) => message)).toEqual([
    'the snapshot has no end: its run was interrupted, or the file was cut',
  ]);
  rmSync(join(folder, 'a.plumb'));
  const other = view({ ...header, tool: { name: 'plumbline', version: '0.0.1' } });
  expect(other.problems).toHaveLength(1);
  const resource = other.estate.resources.find(({ type }) => type === bucket);
  expect(resource?.properties.rest?.cause).toBe('out-of-view');
});

test('what stands in a snapshot whose digest does not fit is open, and no finding is made of it', () => {
  view();
  const path = join(folder, 'a.plumb');
  writeFileSync(
    path,
    rewritten(readFileSync(path), text => text.replace('"Name":"b"', '"Name":"c"')),
  );
  const changed = viewSnapshot(folder, 'a.plumb', { types, version: '0.1.9' });
  expect(changed.estate.resources.filter(({ type }) => type === bucket)).toEqual([]);
  for (const type of [bucket, 'AWS::IAM::Role'])
    expect(openingOf(changed, ofAccount, type)).toMatch(/was changed: its digest does not fit/);
  expect(changed.accounts.map(({ status }) => status)).toEqual(['not-assessed', 'not-assessed']);
  expect(new Set(changed.problems.map(({ cause }) => cause))).toEqual(new Set(['parse-error']));
});

/** The members of a snapshot with other texts and checksums that fit. */
function rewritten(bytes: Buffer, change: (text: string) => string): Buffer {
  if (bytes.length === 0) return bytes;
  const length = memberLength(bytes) ?? bytes.length;
  const member = bytes.subarray(0, length);
  const text = textOfMember(member) ?? '';
  const first = change(text) === text ? member : memberOf(change(text));
  return Buffer.concat([first, rewritten(bytes.subarray(length), change)]);
}

test('two snapshots of one account are not scanned together', async () => {
  view();
  view({ ...header, accounts: header.accounts.slice(1) }, 'finished', 'b.plumb');
  const request: ScanRequest = {
    tool: { name: 'plumbline', version: '0.1.9' },
    ruleset: { digest: '', policies: [] },
    root: folder,
    paths: ['a.plumb', 'b.plumb'],
    inputs: { include: [], exclude: [] },
    allowEmpty: false,
    rules: [],
    notConfigured: [],
    placement: {},
    placements: [],
    templateParameters: [],
    gate: { failOn: 'high', unknown: 'warn', requireComplete: false, exitZero: false },
    lineHashes: false,
    listsAll: false,
    types,
    facts: {},
  };
  await expect(scan(request)).rejects.toThrow('a.plumb and b.plumb are both of account 111122223333');
});
