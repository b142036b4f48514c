import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import type { Gap, LedgerRow, Observation, SnapshotHeader } from '../../model/observation.ts';
import { headerLength, memberLength, textOfMember } from './member.ts';
import { parseRecord } from './parse-record.ts';
import { unitKey } from './record.ts';
import type { EndRecord, SnapshotRecord } from './record.ts';

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
  const found: Found = { rows: new Map(), places: new Map(), damage: [], unit: 0 };
  const hash = createHash('sha256');
  for (const { start, stop, text, bytes } of membersOf(file, { start: 0, end: size })) {
    const record = parseRecord(text.slice(text.lastIndexOf('\n', text.length - 2) + 1));
    if (record.type === 'end' && hash.copy().digest('hex') !== record.digest)
      found.damage.push(`what stands before byte ${start} was changed: its digest does not fit`);
    hash.update(bytes);
    note(found, record, stop);
  }
  const { header, rows, places, damage, end, unit } = found;
  if (!header) throw new SyntaxError('it does not begin with the header of a snapshot');
  if (unit < size) damage.push(`${size - unit} bytes at its end are no whole unit`);
  return {
    header,
    rows,
    ...(end && { end }),
    length: unit,
    damage,
    read: key => readUnit(path, places.get(key)),
  };
}

interface Found {
  readonly rows: Map<string, LedgerRow>;
  readonly places: Map<string, Stretch>;
  readonly damage: string[];
  /** Where the unit under way begins. */
  unit: number;
  header?: SnapshotHeader;
  end?: EndRecord | undefined;
}

/** Takes the last record of a member, which says what the member belongs to. */
function note(found: Found, record: SnapshotRecord, stop: number): void {
  found.end = record.type === 'end' ? record : undefined;
  if (record.type === 'observation' || record.type === 'gap') return;
  if (record.type === 'header') found.header = record;
  if (record.type === 'row') {
    const key = unitKey(record);
    found.rows.delete(key);
    found.rows.set(key, record);
    found.places.set(key, { start: found.unit, end: stop });
  }
  found.unit = stop;
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
