import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

import type { LedgerRow, SnapshotHeader } from '../../model/observation.ts';
import { UsageError } from '../../model/problem.ts';
import { memberOf } from './member.ts';
import { lineOf } from './record.ts';
import type { EndRecord, SnapshotRecord } from './record.ts';

export interface SnapshotWriter {
  /** A unit under way: its records are packed as they come, and are in the file once it ends. */
  readonly unit: () => UnitWriter;
  readonly end: (reason: EndRecord['reason']) => void;
  readonly close: () => void;
}

export interface UnitWriter {
  readonly add: (record: SnapshotRecord) => void;
  /** Appends the whole unit with one write. */
  readonly end: (row: LedgerRow) => void;
}

/** Characters of a unit that wait unpacked. */
const block = 2 ** 18;

/** What changes every record on its way into the file: redaction. */
export type Rewrite = (record: SnapshotRecord) => SnapshotRecord;

/** Begins a new snapshot; throws `EEXIST` when there is such a file. */
export function createSnapshot(path: string, header: SnapshotHeader, rewrite: Rewrite): SnapshotWriter {
  const file = openSync(path, 'wx+', 0o600);
  const writer = writerOn({ file, path }, 0, rewrite);
  writer.append(memberOf(lineOf(rewrite({ type: 'header', ...header }))));
  return writer;
}

/** Goes on with a snapshot behind its last whole unit, which ends at `length`. */
export function continueSnapshot(path: string, length: number, rewrite: Rewrite): SnapshotWriter {
  const file = openSync(path, 'r+');
  ftruncateSync(file, length);
  return writerOn({ file, path }, length, rewrite);
}

function writerOn(
  { file, path }: { readonly file: number; readonly path: string },
  length: number,
  rewrite: Rewrite,
): SnapshotWriter & { readonly append: (bytes: Buffer) => void } {
  let position = length;
  const append = (bytes: Buffer): void => {
    writeAll(file, bytes, { position, path });
    position += bytes.length;
  };
  return {
    append,
    unit: () => unitWriter(append, rewrite),
    end: reason => {
      const digest = digestOf(file, position);
      append(memberOf(lineOf({ type: 'end', ended: new Date().toISOString(), reason, digest })));
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}

/** What was written of it before the disk was full is no whole unit, and is written over by a run that goes on. */
function writeAll(
  file: number,
  bytes: Buffer,
  { position, path }: { readonly position: number; readonly path: string },
): void {
  try {
    let written = 0;
    while (written < bytes.length)
      written += writeSync(file, bytes, written, bytes.length - written, position + written);
  } catch (error) {
    throw new UsageError(`cannot write ${path}`, {
      details: error instanceof Error ? [error.message] : [],
      hint: 'what was read before is in it: make room, and go on with plumbline collect --resume',
    });
  }
}

function unitWriter(append: (bytes: Buffer) => void, rewrite: Rewrite): UnitWriter {
  const members: Buffer[] = [];
  let text = '';
  const add = (record: SnapshotRecord): void => {
    text += lineOf(rewrite(record));
    if (text.length < block) return;
    members.push(memberOf(text));
    text = '';
  };
  return {
    add,
    end: row => {
      text += lineOf(rewrite({ type: 'row', ...row }));
      append(Buffer.concat([...members, memberOf(text)]));
    },
  };
}

/** SHA-256 of the first bytes of a file. */
function digestOf(file: number, length: number): string {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(2 ** 20);
  for (let at = 0; at < length;) {
    const read = readSync(file, buffer, 0, Math.min(buffer.length, length - at), at);
    if (read === 0) break;
    hash.update(buffer.subarray(0, read));
    at += read;
  }
  return hash.digest('hex');
}
