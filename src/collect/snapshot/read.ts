import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import type { Gap, LedgerRow, Observation, SnapshotHeader } from '../../model/observation.ts';
import { headerLength, memberLength, textOfMember } from './member.ts';
import { parseRecord } from './parse-record.ts';
import { unitKey } from './record.ts';
import type { EndRecord } from './record.ts';

/** A snapshot on disk: what is where in it. Its units are read when they are asked for. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  /** The latest row of each account, Region and service, by key, in the order of the file. */
  readonly rows: ReadonlyMap<string, LedgerRow>;
  /** How the last run on it ended; undefined when it was interrupted. */
  readonly end?: EndRecord;
  /** Where the last whole unit ends: a resumed run goes on from there. */
  readonly length: number;
  /** What is wrong with the file: bytes at its end that are no unit, a digest that does not fit. */
  readonly damage: readonly string[];
  readonly read: (key: string) => Unit;
}

export interface Unit {
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Reads a snapshot through once, holding no more of it than its ledger. Throws `SyntaxError` when it is none. */
export function openSnapshot(path: string): Snapshot {
  const file = openSync(path, 'r');
  try {
    return indexOf(path, file);
  } finally {
    closeSync(file);
  }
}

function indexOf(path: string, file: number): Snapshot {
  const { size } = fstatSync(file);
  const rows = new Map<string, LedgerRow>();
  const places = new Map<string, Stretch>();
  const damage: string[] = [];
  const hash = createHash('sha256');
  let header: SnapshotHeader | undefined;
  let end: EndRecord | undefined;
  let unit = 0;
  let length = 0;
  for (const { start, stop, text, bytes } of membersOf(file, { start: 0, end: size })) {
    const soFar = hash.copy();
    hash.update(bytes);
    const line = text.slice(text.lastIndexOf('\n', text.length - 2) + 1);
    const record = parseRecord(line);
    end = undefined;
    if (record.type === 'observation' || record.type === 'gap') continue;
    if (record.type === 'header') header = record;
    if (record.type === 'row') {
      const { type: _, ...row } = record;
      const key = unitKey(row);
      rows.delete(key);
      rows.set(key, row);
      places.set(key, { start: unit, end: stop });
    }
    if (record.type === 'end') {
      end = record;
      if (soFar.digest('hex') !== record.digest)
        damage.push(`the digest of what stands before byte ${start} does not fit: it was changed`);
    }
    unit = stop;
    length = stop;
  }
  if (!header) throw new SyntaxError('it does not begin with the header of a snapshot');
  if (length < size) damage.push(`${size - length} bytes at its end are no whole unit`);
  return {
    header,
    rows,
    ...(end && { end }),
    length,
    damage,
    read: key => readUnit(path, places.get(key)),
  };
}

function readUnit(path: string, place: Stretch | undefined): Unit {
  const observations: Observation[] = [];
  const gaps: Gap[] = [];
  if (!place) return { observations, gaps };
  const file = openSync(path, 'r');
  try {
    for (const { text } of membersOf(file, place)) {
      for (const line of text.split('\n')) {
        if (line === '') continue;
        const record = parseRecord(line);
        if (record.type === 'observation') observations.push(record);
        if (record.type === 'gap') gaps.push(record);
      }
    }
  } finally {
    closeSync(file);
  }
  return { observations, gaps };
}

/** The members of a stretch of a file, up to the first that is not whole. */
function* membersOf(
  file: number,
  { start, end }: Stretch,
): Generator<{
  readonly start: number;
  readonly stop: number;
  readonly text: string;
  readonly bytes: Buffer;
}> {
  const head = Buffer.alloc(headerLength);
  for (let at = start; at < end;) {
    if (readSync(file, head, 0, headerLength, at) < headerLength) return;
    const length = memberLength(head);
    if (length === undefined || at + length > end) return;
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, at);
    const text = textOfMember(bytes);
    if (text === undefined) return;
    yield { start: at, stop: at + length, text, bytes };
    at += length;
  }
}
