import type { Gap, LedgerRow, Observation } from '../model/observation.ts';
import type { Run } from './run.ts';
import { unitKey } from './snapshot/record.ts';
import { readUnit } from './unit.ts';
import type { UnitTask } from './unit.ts';

/** Reads a unit into the snapshot. */
export async function recordUnit(run: Run, task: UnitTask): Promise<void> {
  const { writer, settings } = run;
  const unit = writer.unit();
  const row = await readUnit(task, settings, {
    observe: observation => unit.add({ type: 'observation', ...observation }),
    miss: gap => unit.add({ type: 'gap', ...gap }),
  });
  unit.end(row);
  note(run, row);
}

/** The same, for a unit that the run itself goes by. */
export async function collectUnit(
  run: Run,
  task: UnitTask,
): Promise<{ readonly row: LedgerRow; readonly observations: readonly Observation[] }> {
  const observations: Observation[] = [];
  const unit = run.writer.unit();
  const row = await readUnit(task, run.settings, {
    observe: observation => {
      observations.push(observation);
      unit.add({ type: 'observation', ...observation });
    },
    miss: gap => unit.add({ type: 'gap', ...gap }),
  });
  unit.end(row);
  note(run, row);
  return { row, observations };
}

/** A unit that could not even be begun. */
export function recordFailure(run: Run, gap: Gap): void {
  const { account, region, partition, service, cause, detail } = gap;
  const now = new Date().toISOString();
  const row: LedgerRow = {
    account,
    region,
    partition,
    service,
    status: 'failed',
    cause,
    detail,
    observations: 0,
    calls: 0,
    throttled: 0,
    started: now,
    ended: now,
  };
  const unit = run.writer.unit();
  unit.add({ type: 'gap', ...gap });
  unit.end(row);
  note(run, row);
}

/** A row of the ledger for what is no unit of a table; nobody waits for it. */
export function recordRow({ writer, rows }: Run, row: LedgerRow): void {
  writer.unit().end(row);
  rows.push(row);
}

function note({ rows, progress }: Run, row: LedgerRow): void {
  rows.push(row);
  progress.done(row);
}

/** What a snapshot that is gone on with holds of a unit. */
export function readBefore(
  { before, redactor }: Run,
  unit: Pick<LedgerRow, 'account' | 'region' | 'service'>,
): readonly Observation[] {
  return before?.read([unitKey({ ...unit, account: redactor.account(unit.account) })]).observations ?? [];
}

/** False for what a snapshot that is gone on with holds already. */
export function isToRead(
  { request, before, redactor }: Run,
  unit: Pick<LedgerRow, 'account' | 'region' | 'service'>,
): boolean {
  if (!before) return true;
  const row = before.rows.get(unitKey({ ...unit, account: redactor.account(unit.account) }));
  if (!row) return request.resume === 'missing';
  return row.status !== 'ok';
}
