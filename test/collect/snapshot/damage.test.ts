import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { memberLength, memberOf, textOfMember } from '../../../src/collect/snapshot/member.ts';
import { openSnapshot } from '../../../src/collect/snapshot/read.ts';
import { continueSnapshot, createSnapshot } from '../../../src/collect/snapshot/write.ts';
import type { SnapshotWriter } from '../../../src/collect/snapshot/write.ts';
import type { LedgerRow, SnapshotHeader } from '../../../src/model/observation.ts';

/* Snapshots in which something was changed, its checksum too: what is still to be trusted, and what is not. */

const header: SnapshotHeader = {
  schemaVersion: '1',
  tool: { name: 'plumbline', version: '1' },
  started: '2026-11-21T06:00:00.000Z',
  caller: 'arn:aws:iam::111122223333:role/nightly',
  accounts: [{ id: '111122223333', partition: 'aws' }],
  services: [
    { name: 'kms', scope: 'regional', kinds: ['kms:key', 'kms:alias'] },
    { name: 's3', scope: 'global', kinds: ['s3:bucket'] },
  ],
  redacted: false,
};

const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' } as const;

const row = (service: string): LedgerRow => ({
  ...place,
  service,
  status: 'ok',
  observations: 1,
  calls: 2,
  throttled: 0,
  started: '2026-11-21T06:00:00.000Z',
  ended: '2026-11-21T06:00:01.000Z',
});

function addUnit(writer: SnapshotWriter, service: string, note: string): void {
  const unit = writer.unit();
  unit.add({ type: 'observation', ...place, kind: `${service}:thing`, id: 'x', data: { note }, calls: [] });
  unit.end(row(service));
}

const plainly = <T>(record: T): T => record;

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  path = join(folder, 'a.plumb');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A snapshot of two runs: kms and account in the first, s3 in the second. */
function twoRuns(): void {
  const first = createSnapshot(path, header, plainly);
  addUnit(first, 'account', 'regions');
  addUnit(first, 'kms', 'one');
  first.end('deadline');
  first.close();
  goOn('s3', 'two');
}

function goOn(service: string, note: string): void {
  const { length } = openSnapshot(path);
  const next = continueSnapshot(path, length, plainly);
  addUnit(next, service, note);
  next.end('finished');
  next.close();
}

/** Writes the file again with other texts in its members: the checksums fit, the digests are as they were. */
function rewrite(change: (text: string) => string): void {
  const bytes = readFileSync(path);
  const members: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = memberLength(bytes.subarray(at)) ?? 0;
    const text = textOfMember(bytes.subarray(at, at + length)) ?? '';
    const changed = change(text);
    members.push(changed === text ? bytes.subarray(at, at + length) : memberOf(changed));
    at += length;
  }
  writeFileSync(path, Buffer.concat(members));
}

const key = (service: string): string => `111122223333/eu-west-1/${service}`;

const statuses = () =>
  Object.fromEntries(
    [...openSnapshot(path).rows.values()].map(({ service, status, cause }) => [service, cause ?? status]),
  );

const noted = (service: string) =>
  openSnapshot(path)
    .read([key(service)])
    .observations.map(({ data }) => data['note']);

test('a line that is no record is damage, and its unit is unknown', () => {
  const writer = createSnapshot(path, header, plainly);
  addUnit(writer, 'kms', 'one');
  addUnit(writer, 's3', 'two');
  writer.close();
  rewrite(text => text.replace('"kind":"kms:thing"', '"kind":7'));
  const { damage, rows, read } = openSnapshot(path);
  const message = 'line 2 is no record of a snapshot: /kind must be string';
  expect(damage).toEqual([message]);
  expect(rows.get(key('kms'))).toMatchObject({ status: 'failed', cause: 'parse-error', detail: message });
  expect(read([key('kms')])).toEqual({
    observations: [],
    gaps: [
      {
        type: 'gap',
        ...place,
        service: 'kms',
        kinds: ['kms:key', 'kms:alias'],
        action: 'kms:*',
        cause: 'parse-error',
        detail: message,
      },
    ],
  });
  expect(noted('s3')).toEqual(['two']);
});

test.each([
  ['is no JSON', '{"type":'],
  ['is of no type', '{"type":"note"}'],
  ['is a second header', JSON.stringify({ type: 'header', ...header, accounts: [] })],
])('a line that %s is damage', (_, line) => {
  const writer = createSnapshot(path, header, plainly);
  addUnit(writer, 'kms', 'one');
  writer.close();
  rewrite(text => (text.startsWith('{"type":"header"') ? text : `${line}\n${text}`));
  const snapshot = openSnapshot(path);
  expect(snapshot.damage).toEqual([expect.stringMatching(/^line 2 is no record of a snapshot/)]);
  expect(snapshot.header.accounts).toHaveLength(1);
  expect(statuses()).toEqual({ kms: 'parse-error' });
});

test('behind a row that is none, the next unit may hold what was its own', () => {
  const writer = createSnapshot(path, header, plainly);
  addUnit(writer, 'kms', 'one');
  addUnit(writer, 's3', 'two');
  writer.close();
  rewrite(text => text.replace('"service":"kms","status":"ok"', '"service":"kms","status":"fine"'));
  expect(statuses()).toEqual({ s3: 'parse-error' });
  expect(openSnapshot(path).damage).toEqual([expect.stringMatching(/^line 3 is no record/)]);
});

test('a header that is none is no snapshot', () => {
  createSnapshot(path, header, plainly).close();
  rewrite(text => text.replace('"redacted":false', '"redacted":"no"'));
  expect(() => openSnapshot(path)).toThrow(SyntaxError);
});

test('a unit that was read again counts, whatever was wrong with it before', () => {
  const writer = createSnapshot(path, header, plainly);
  addUnit(writer, 'kms', 'one');
  writer.close();
  rewrite(text => text.replace('"kind":"kms:thing"', '"kind":7'));
  goOn('kms', 'again');
  expect(openSnapshot(path).damage).toEqual([]);
  expect(noted('kms')).toEqual(['again']);
});

test('where the digest does not fit, nothing behind the last one that does is trusted', () => {
  twoRuns();
  expect(statuses()).toEqual({ account: 'ok', kms: 'ok', s3: 'ok' });
  rewrite(text => text.replace('"note":"two"', '"note":"TWO"'));
  expect(statuses()).toEqual({ account: 'ok', kms: 'ok', s3: 'parse-error' });
  expect(noted('s3')).toEqual([]);
  expect(noted('kms')).toEqual(['one']);
});

test('a run that goes on behind the last digest that fits makes it whole again', () => {
  twoRuns();
  rewrite(text => text.replace('"note":"two"', '"note":"TWO"'));
  goOn('s3', 'again');
  expect(openSnapshot(path).damage).toEqual([]);
  expect(statuses()).toEqual({ account: 'ok', kms: 'ok', s3: 'ok' });
});

test('where no digest fits, nothing is trusted, and there is nothing to go on with', () => {
  twoRuns();
  rewrite(text => text.replace('"note":"one"', '"note":"ONE"'));
  expect(statuses()).toEqual({ account: 'parse-error', kms: 'parse-error', s3: 'parse-error' });
  expect(openSnapshot(path).length).toBe(0);
});

test('a later digest does not vouch for what an earlier one denies', () => {
  twoRuns();
  rewrite(text => text.replace('"note":"one"', '"note":"ONE"'));
  const next = continueSnapshot(path, readFileSync(path).length, plainly);
  next.end('finished');
  next.close();
  expect(statuses()).toEqual({ account: 'parse-error', kms: 'parse-error', s3: 'parse-error' });
});

test('of a unit of no service everything is unknown', () => {
  twoRuns();
  rewrite(text => text.replace('"note":"regions"', '"note":"REGIONS"'));
  const [gap] = openSnapshot(path).read([key('account')]).gaps;
  expect(gap?.kinds).toEqual(
    expect.arrayContaining(['account:region', 'organizations:account', 'kms:key', 's3:bucket']),
  );
});
