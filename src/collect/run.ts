import type { LedgerRow } from '../model/observation.ts';
import type { Caller } from './access.ts';
import type { ConfigSource } from './aggregator/holding.ts';
import type { Pool } from './pool.ts';
import type { Progress } from './progress.ts';
import type { RunRequest } from './request.ts';
import type { Service } from './service.ts';
import type { Snapshot } from './snapshot/read.ts';
import type { Redactor } from './snapshot/redact.ts';
import type { SnapshotWriter } from './snapshot/write.ts';
import type { UnitSettings } from './unit.ts';

/** What all parts of a collection share. */
export interface Run {
  readonly request: RunRequest;
  readonly services: readonly Service[];
  readonly caller: Caller;
  /** The management account of the organisation. */
  readonly management?: string;
  readonly settings: UnitSettings;
  readonly progress: Progress;
  /** Room for units, whatever their account. */
  readonly units: Pool;
  readonly writer: SnapshotWriter;
  /** Of every unit that was read. */
  readonly rows: LedgerRow[];
  readonly redactor: Redactor;
  /** The aggregator of AWS Config that it takes from. */
  readonly config?: ConfigSource;
  /** The snapshot that this run goes on with. */
  readonly before?: Snapshot;
}
