import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { Ajv } from 'ajv';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openSnapshot } from '../../../src/collect/snapshot/read.ts';
import { snapshotSchema } from '../../../src/collect/snapshot/schema.ts';
import { continueSnapshot, createSnapshot } from '../../../src/collect/snapshot/write.ts';
import type { SnapshotWriter } from '../../../src/collect/snapshot/write.ts';
import type { LedgerRow, SnapshotHeader } from '../../../src/model/observation.ts';

const header: SnapshotHeader = {
  schemaVersion: '1',
  tool: { name: 'plumbline', version: '1' },
  started: '2026-11-21T06:00:00.000Z',
  caller: 'arn:aws:iam::111122223333:role/nightly',
  accounts: [{ id: '111122223333', partition: 'aws' }],
  services: [{ name: 'kms', scope: 'regional', kinds: ['kms:key'] }],
  redacted: false,
};

const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' } as const;

const row = (service: string, status: LedgerRow['status'] = 'ok'): LedgerRow => ({
  ...place,
  service,
  status,
  observations: 1,
  calls: 2,
  throttled: 0,
  started: '2026-11-21T06:00:00.000Z',
  ended: '2026-11-21T06:00:01.000Z',
});

function addUnit(writer: SnapshotWriter, service: string, note: string, status?: LedgerRow['status']): void {
  const unit = writer.unit();
  unit.add({ type: 'observation', ...place, kind: `${service}:thing`, id: 'x', data: { note }, calls: [] });
  unit.end(row(service, status));
}

const plain = { record: <T>(record: T): T => record };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  path = join(folder, 'a.plumb');
});
afterEach(() => rmSync(folder, { recursive: true }));

function written(): void {
  const writer = createSnapshot(path, header, plain.record);
  addUnit(writer, 'kms', 'one');
  addUnit(writer, 's3', 'two');
  writer.end('finished');
  writer.close();
}

test('what was written is read again, and the digest holds', () => {
  written();
  const snapshot = openSnapshot(path);
  expect(snapshot.header).toEqual({ type: 'header', ...header });
  expect([...snapshot.rows.keys()]).toEqual(['111122223333/eu-west-1/kms', '111122223333/eu-west-1/s3']);
  expect(snapshot.end?.reason).toBe('finished');
  expect(snapshot.damage).toEqual([]);
  expect(snapshot.read(['111122223333/eu-west-1/s3']).observations[0]?.data).toEqual({ note: 'two' });
});

test('every line is what the schema says, and gunzip reads the file', () => {
  written();
  const { $schema: _draft, ...schema } = snapshotSchema;
  const validate = new Ajv({ discriminator: true }).compile(schema);
  const lines = gunzipSync(readFileSync(path)).toString().trim().split('\n');
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(validate(JSON.parse(line)) || validate.errors).toBe(true);
});

test('the published schema is the one that snapshots are held to', () => {
  expect(JSON.parse(readFileSync('schemas/snapshot.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(snapshotSchema)),
  );
});

test('a unit that was torn is not there, is said to be missing, and is written over', () => {
  const writer = createSnapshot(path, header, plain.record);
  addUnit(writer, 'kms', 'one');
  addUnit(writer, 's3', 'two'.repeat(500));
  writer.close();
  truncateSync(path, readFileSync(path).length - 10);
  const torn = openSnapshot(path);
  expect([...torn.rows.keys()]).toEqual(['111122223333/eu-west-1/kms']);
  expect(torn.end).toBeUndefined();
  expect(torn.damage).toEqual([expect.stringMatching(/bytes at its end are no whole unit/)]);

  const next = continueSnapshot(path, torn.length, plain.record);
  addUnit(next, 's3', 'again');
  next.end('finished');
  next.close();
  const whole = openSnapshot(path);
  expect(whole.damage).toEqual([]);
  expect(whole.read(['111122223333/eu-west-1/s3']).observations[0]?.data).toEqual({ note: 'again' });
});

test('of two units of one place the later counts', () => {
  const writer = createSnapshot(path, header, plain.record);
  addUnit(writer, 'kms', 'one', 'failed');
  addUnit(writer, 'kms', 'two');
  writer.close();
  const { rows, read } = openSnapshot(path);
  expect(rows.get('111122223333/eu-west-1/kms')?.status).toBe('ok');
  expect(read(['111122223333/eu-west-1/kms']).observations.map(({ data }) => data)).toEqual([
    { note: 'two' },
  ]);
});

test('a large unit is packed on the way and read whole', () => {
  const writer = createSnapshot(path, header, plain.record);
  const unit = writer.unit();
  const ids = Array.from({ length: 5_000 }, (_, index) => `id-${index}`);
  for (const id of ids)
    unit.add({
      type: 'observation',
      ...place,
      kind: 'kms:key',
      id,
      data: { text: 'x'.repeat(200) },
      calls: [],
    });
  unit.end(row('kms'));
  writer.close();
  expect(
    openSnapshot(path)
      .read(['111122223333/eu-west-1/kms'])
      .observations.map(({ id }) => id),
  ).toEqual(ids);
});

test('a byte that was changed in a unit is found', () => {
  written();
  const bytes = readFileSync(path);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(path, bytes);
  expect(openSnapshot(path).damage).not.toEqual([]);
});

test('a snapshot is never written over', () => {
  written();
  expect(() => createSnapshot(path, header, plain.record)).toThrow(/EEXIST/);
});

test('what follows the last unit and is none is said', () => {
  written();
  appendFileSync(path, 'rubbish');
  expect(openSnapshot(path).damage).toEqual(['7 bytes at its end are no whole unit']);
});
