import type { Gap, LedgerRow, Observation, SnapshotHeader } from '../../model/observation.ts';

/**
 * One line of a snapshot. The first is the header; then come units, each written at once: observations and gaps, and its
 * ledger row at the end. Of two units of one account, Region and service the later counts. `end` closes a run.
 */
export type SnapshotRecord =
  | ({ readonly type: 'header' } & SnapshotHeader)
  | ({ readonly type: 'observation' } & Observation)
  | ({ readonly type: 'gap' } & Gap)
  | ({ readonly type: 'row' } & LedgerRow)
  | EndRecord;

export interface EndRecord {
  readonly type: 'end';
  /** ISO 8601 in UTC. */
  readonly ended: string;
  /** `deadline` when the run stopped before it was through. */
  readonly reason: 'finished' | 'deadline';
  /** SHA-256 over every byte of the file before the member that holds this. */
  readonly digest: string;
}

export const lineOf = (record: SnapshotRecord): string => `${JSON.stringify(record)}\n`;

/** What begins the line of an observation; undefined for what is none, or written in another order. */
export function glanceAt(line: string): Pick<Observation, 'kind' | 'account' | 'region'> | undefined {
  const [, kind, account, region] =
    /^\{"type":"observation","kind":"([^"\\]+)","account":"([^"\\]+)","region":"([^"\\]+)"/.exec(line) ?? [];
  return kind === undefined || account === undefined || region === undefined
    ? undefined
    : { kind, account, region };
}

/** One account, Region and service. */
export const unitKey = ({
  account,
  region,
  service,
}: {
  readonly account: string;
  readonly region: string;
  readonly service: string;
}): string => `${account}/${region}/${service}`;
