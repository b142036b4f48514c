import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

import type { Gap, Observation, SnapshotHeader } from '../../model/observation.ts';
import { growingLedger } from './ledger.ts';
import type { GrowingLedger, KnownRow, Ledger, Stretch } from './ledger.ts';
import { headerLength, memberLength, textOfMember } from './member.ts';
import { parseRecord } from './parse-record.ts';
import { lineOf, unitKey } from './record.ts';
import type { EndRecord, SnapshotRecord } from './record.ts';
import { unlistedKinds } from './unlisted-kinds.ts';

/** A snapshot on disk: what is where in it. Its units are read when they are asked for. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly rows: Ledger;
  /** How the last run on it ended; undefined when it was interrupted. */
  readonly end?: EndRecord;
  /** Where the last unit ends that is whole and can be trusted: a resumed run goes on from there; 0 when there is none. */
  readonly length: number;
  /** What is wrong with the file: bytes at its end that are no unit, lines that are no record, a digest that does not fit. */
  readonly damage: readonly string[];
  /** What units hold, in their order. */
  readonly read: (keys: readonly string[]) => Unit;
  /** The lines of a unit, its row among them; none when it holds nothing. */
  readonly linesOf: (key: string) => Iterable<string>;
}

export interface Unit {
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
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
  const found = foundIn(file, size);
  const { header, rows, lost, end, unit, vouched, changed } = found;
  if (!header) throw new SyntaxError('it does not begin with the header of a snapshot');
  if (changed !== undefined)
    for (const key of rows.keys()) if ((rows.placeOf(key)?.end ?? 0) > vouched) lose(found, key, changed);
  const linesOf = (key: string): Iterable<string> => {
    const [row, why] = [rows.get(key), lost.get(key)];
    return row && why !== undefined
      ? [lineOf({ type: 'gap', ...lostGap(header, row, why) })]
      : linesIn(path, rows.placeOf(key));
  };
  return {
    header,
    rows,
    ...(end && { end }),
    length: changed === undefined ? unit : vouched,
    damage: damageOf(found, size),
    read: keys => readUnits(keys, linesOf),
    linesOf,
  };
}

function foundIn(file: number, size: number): Found {
  const found: Found = {
    rows: growingLedger(),
    lost: new Map(),
    damage: [],
    unit: 0,
    line: 0,
    lines: 0,
    vouched: 0,
  };
  const hash = createHash('sha256');
  for (const { start, stop, text, bytes } of membersOf(file, { start: 0, end: size })) {
    const record = lastRecord(found, text, start);
    if (record?.type === 'end')
      vouch(found, { fits: hash.copy().digest('hex') === record.digest, start, stop });
    hash.update(bytes);
    if (record) note(found, record, stop);
    else found.end = undefined;
  }
  return found;
}

function damageOf({ damage, lost, changed, bad, unit }: Found, size: number): readonly string[] {
  const torn = unit < size ? [`${size - unit} bytes at its end are no whole unit`] : [];
  return [...new Set([...damage, ...[changed, bad].flatMap(one => one ?? []), ...lost.values(), ...torn])];
}

interface Found {
  readonly rows: GrowingLedger;
  /** Units that cannot be trusted, and why. */
  readonly lost: Map<string, string>;
  readonly damage: string[];
  /** Where the unit under way begins. */
  unit: number;
  line: number;
  /** How many lines the unit under way has so far. */
  lines: number;
  /** What is wrong with the unit under way. */
  bad?: string | undefined;
  /** The end of what a digest vouches for. */
  vouched: number;
  /** The first digest that does not fit: somewhere between the last one that does and this one, something was changed. */
  changed?: string;
  header?: SnapshotHeader;
  end?: EndRecord | undefined;
}

/** Looks at every line of a member; its last one says what the member belongs to. */
function lastRecord(found: Found, text: string, start: number): SnapshotRecord | undefined {
  let last: SnapshotRecord | undefined;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    found.line += 1;
    found.lines += 1;
    last = recordOf(found, line, start);
  }
  return last;
}

function recordOf(found: Found, line: string, start: number): SnapshotRecord | undefined {
  try {
    const record = parseRecord(line);
    if (record.type !== 'header' || start === 0) return record;
    throw new SyntaxError('it is a second header');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    found.bad ??= `line ${found.line} is no record of a snapshot: ${error.message}`;
    return undefined;
  }
}

interface Digested {
  readonly fits: boolean;
  readonly start: number;
  readonly stop: number;
}

/** A later digest was made over what an earlier one does not vouch for: it says nothing of what came before the run. */
function vouch(found: Found, { fits, start, stop }: Digested): void {
  if (found.changed !== undefined) return;
  if (fits) found.vouched = stop;
  else found.changed = `what stands before byte ${start} was changed: its digest does not fit`;
}

/** Takes the last record of a member, which says what the member belongs to. */
function note(found: Found, record: SnapshotRecord, stop: number): void {
  found.end = record.type === 'end' ? record : undefined;
  if (record.type === 'observation' || record.type === 'gap') return;
  if (record.type === 'header') found.header = record;
  if (record.type === 'row') {
    const key = unitKey(record);
    // Most units hold nothing but their row, and are not to be read again.
    found.rows.set(record, { start: found.lines > 1 ? found.unit : stop, end: stop });
    found.lost.delete(key);
    if (found.bad !== undefined) lose(found, key, found.bad);
  } else if (found.bad !== undefined) found.damage.push(found.bad);
  found.bad = undefined;
  found.unit = stop;
  found.lines = 0;
}

/** A unit of which something was changed says nothing: neither what it holds nor that it holds all. */
function lose({ rows, lost }: Found, key: string, why: string): void {
  const row = rows.get(key);
  if (!row) return;
  lost.set(key, why);
  rows.amend({ ...row, status: 'failed', cause: 'parse-error', detail: why, observations: 0 });
}

function lostGap(header: SnapshotHeader, row: KnownRow, detail: string): Gap {
  const { account, region, partition, service } = row;
  const own = header.services.find(({ name }) => name === service);
  const kinds = own ? own.kinds : [...unlistedKinds, ...header.services.flatMap(one => one.kinds)];
  return {
    account,
    region,
    partition,
    service,
    kinds,
    action: `${service}:*`,
    cause: 'parse-error',
    detail,
  };
}

function readUnits(keys: readonly string[], linesOf: Snapshot['linesOf']): Unit {
  const observations: Observation[] = [];
  const gaps: Gap[] = [];
  for (const key of keys)
    for (const line of linesOf(key)) {
      const record = parseRecord(line);
      if (record.type === 'observation') observations.push(record);
      if (record.type === 'gap') gaps.push(record);
    }
  return { observations, gaps };
}

function* linesIn(path: string, place: Stretch | undefined): Generator<string> {
  if (!place || place.start === place.end) return;
  const file = openSync(path, 'r');
  try {
    for (const { text } of membersOf(file, place))
      for (const line of text.split('\n')) if (line !== '') yield line;
  } finally {
    closeSync(file);
  }
}

/** The members of a stretch of a file, up to the first that is not whole. The bytes are those of one member until the next is asked for. */
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
  let room = Buffer.alloc(0);
  for (let at = start; at < end;) {
    if (readSync(file, head, 0, headerLength, at) < headerLength) return;
    const length = memberLength(head);
    if (length === undefined || at + length > end) return;
    if (room.length < length) room = Buffer.alloc(length);
    const bytes = room.subarray(0, length);
    readSync(file, bytes, 0, length, at);
    const text = textOfMember(bytes);
    if (text === undefined) return;
    yield { start: at, stop: at + length, text, bytes };
    at += length;
  }
}
