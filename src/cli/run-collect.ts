import { relative } from 'node:path';

import type { LedgerRow } from '../model/observation.ts';
import { collectSnapshot } from '../scan/live/collect.ts';
import type { CollectRequest } from '../scan/live/collect.ts';
import { collectProgress } from './collect-progress.ts';
import { setInterruptionHint } from './interruption.ts';
import type { Io } from './io.ts';

/** Collects with somebody watching, and says on standard error what could not be read. */
export async function runCollect(
  request: CollectRequest,
  io: Io,
  quiet: boolean,
): Promise<{ readonly complete: boolean; readonly organisation: boolean }> {
  const name = relative(io.cwd, request.path);
  setInterruptionHint(
    `what was read is in ${name}; go on with: plumbline collect --resume -o ${name} (and the same roles)`,
  );
  const progress = collectProgress(io.stderr, quiet);
  try {
    const { rows, stopped, organisation } = await collectSnapshot(request, progress);
    progress.end();
    io.stderr.write(summaryOf(rows, { stopped, name }));
    return { complete: !stopped && rows.every(({ status }) => status === 'ok'), organisation };
  } catch (error) {
    progress.end();
    throw error;
  }
}

/** Rows shown of those that are not ok; the snapshot has them all. */
const most = 20;

function summaryOf(
  rows: readonly LedgerRow[],
  { stopped, name }: { readonly stopped: boolean; readonly name: string },
): string {
  const bad = [
    ...Map.groupBy(
      rows.filter(({ status }) => status !== 'ok'),
      keyOf,
    ).values(),
  ];
  const lines = bad.slice(0, most).flatMap(group => {
    const [row] = group;
    if (!row) return [];
    const places = group.length === 1 ? `${row.account} ${row.region}` : `${group.length} times`;
    return [`  ${row.status.padEnd(7)}  ${row.service}  ${places}  ${row.cause ?? ''}  ${row.detail ?? ''}`];
  });
  return [
    `${rows.length} services read: ${rows.filter(({ status }) => status === 'ok').length} ok, ${sum(rows, 'observations')} things seen, ${sum(rows, 'calls')} calls, ${sum(rows, 'throttled')} throttled`,
    ...rows.flatMap(({ service, region, detail = '' }) =>
      service === 'config-aggregator' ? [`  AWS Config in ${region}: ${detail}`] : [],
    ),
    ...lines,
    ...(bad.length > most ? [`  and ${bad.length - most} more kinds of trouble`] : []),
    ...(stopped ? [`stopped at the deadline: --resume -o ${name} reads the rest`] : []),
    '',
  ].join('\n');
}

const keyOf = ({ service, status, cause }: LedgerRow): string => `${service}/${status}/${cause ?? ''}`;

const sum = (rows: readonly LedgerRow[], what: 'observations' | 'calls' | 'throttled'): number =>
  rows.reduce((total, row) => total + row[what], 0);
