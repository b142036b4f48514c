import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';

import type { LedgerRow, SnapshotHeader } from '../model/observation.ts';
import { UsageError } from '../model/problem.ts';
import { findCaller } from './access.ts';
import { configSource } from './aggregator/config-source.ts';
import type { ConfigSource } from './aggregator/holding.ts';
import { collectAccount } from './collect-account.ts';
import { discover } from './discover.ts';
import type { Discovery } from './discover.ts';
import { loadServices } from './load-services.ts';
import { networkOf } from './network.ts';
import { poolOf } from './pool.ts';
import type { Progress } from './progress.ts';
import { recordRow } from './record-unit.ts';
import type { CollectRequest } from './request.ts';
import type { Run } from './run.ts';
import type { PlacedAccount } from './select-accounts.ts';
import { settled } from './settle.ts';
import { lockSnapshot } from './snapshot/lock.ts';
import { openSnapshot } from './snapshot/read.ts';
import type { Snapshot } from './snapshot/read.ts';
import { unitKey } from './snapshot/record.ts';
import { openly, redactorOf } from './snapshot/redact.ts';
import { continueSnapshot, createSnapshot } from './snapshot/write.ts';
import type { SnapshotWriter } from './snapshot/write.ts';
import { keepTidy } from './tidy.ts';

export interface CollectOutcome {
  readonly rows: readonly LedgerRow[];
  /** Whether it was all of an organisation that was to be read. */
  readonly organisation: boolean;
  readonly stopped: boolean;
}

/** Reads an account or an organisation into a snapshot. One bad account never ends the run; only a bug or a full disk does. */
export async function collect(asked: CollectRequest, progress: Progress): Promise<CollectOutcome> {
  const unlock = lockedAt(asked.path);
  try {
    return await collectLocked(asked, progress);
  } finally {
    unlock();
  }
}

async function collectLocked(asked: CollectRequest, progress: Progress): Promise<CollectOutcome> {
  const before = resumed(asked);
  const request = settled(asked, before?.header);
  const network = networkOf(Math.max(64, request.concurrency * 8));
  const tidy = keepTidy();
  // A bug or a full disk: what is not read yet would be read for nothing.
  const broken = new AbortController();
  try {
    const caller = await findCaller(network, request.profile);
    const stop = AbortSignal.any([stopSignal(request), broken.signal]);
    const run: Omit<Run, 'writer'> = {
      request,
      services: await loadServices(request.services),
      caller,
      settings: {
        network,
        maxRps: request.maxRps,
        started: new Date(),
        signal: stop,
        onThrottle: progress.throttled,
      },
      progress,
      units: poolOf(request.concurrency, () => broken.abort()),
      rows: [],
      redactor: request.redact ? redactorOf(request.path, !before) : openly,
      ...(before && { before }),
    };
    const discovery = await discover(run);
    const config = await configSource(run, idsInScope(discovery));
    const writer = writerFor(run, headerOf(run, discovery, await leftOutOf(run)));
    try {
      await readAll(wholeRun(run, { writer, discovery, config }), discovery);
      writer.end(stop.aborted ? 'deadline' : 'finished');
    } finally {
      writer.close();
    }
    return { rows: latestOf(run.rows), stopped: stop.aborted, organisation: request.organisation };
  } finally {
    tidy.end();
    network.destroy();
  }
}

/** A unit that was asked in another way when the first one failed counts once, as in the snapshot. */
const latestOf = (rows: readonly LedgerRow[]): readonly LedgerRow[] => [
  ...new Map(rows.map(row => [unitKey(row), row])).values(),
];

function stopSignal({ deadline }: CollectRequest): AbortSignal {
  return deadline === undefined ? new AbortController().signal : AbortSignal.timeout(deadline);
}

/** Before anything is asked: an organisation takes minutes to list. */
function lockedAt(path: string): () => void {
  try {
    accessSync(dirname(path), constants.W_OK);
    return lockSnapshot(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`cannot write ${path}`, {
      details: error instanceof Error ? [error.message] : [],
      hint: 'the folder has to be there, and to be writable',
    });
  }
}

/** The snapshot to go on with. A file that is there is never written over. */
function resumed({ path, resume }: CollectRequest): Snapshot | undefined {
  const exists = existsSync(path);
  if (resume === undefined) {
    if (exists)
      throw new UsageError(`${path} is there already`, {
        hint: 'go on with it by --resume, or write to another file',
      });
    return undefined;
  }
  if (!exists)
    throw new UsageError(`there is no ${path} to go on with`, { hint: 'leave out --resume to begin it' });
  const before = opened(path);
  if (before.length > 0) return before;
  throw new UsageError(`${path} was changed since it was written, and nothing in it can be trusted`, {
    details: before.damage.slice(0, 3),
    hint: 'begin another snapshot',
  });
}

function opened(path: string): Snapshot {
  try {
    return openSnapshot(path);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`cannot go on with ${path}`, { details: [error.message] });
  }
}

function writerFor(
  { request, before, redactor }: Omit<Run, 'writer'>,
  header: SnapshotHeader,
): SnapshotWriter {
  return before
    ? continueSnapshot(request.path, before.length, redactor.record)
    : createSnapshot(request.path, header, redactor.record);
}

/** Kinds of the services that `--services` left out. */
async function leftOutOf({ services }: Omit<Run, 'writer'>): Promise<readonly string[]> {
  const read = new Set(services.flatMap(({ kinds }) => kinds));
  return (await loadServices([])).flatMap(({ kinds }) => kinds.filter(kind => !read.has(kind)));
}

function headerOf(
  { request, services, caller, settings }: Omit<Run, 'writer'>,
  discovery: Discovery,
  leftOut: readonly string[],
): SnapshotHeader {
  const { organisation, accounts } = discovery;
  return {
    schemaVersion: '1',
    tool: request.tool,
    started: settings.started.toISOString(),
    caller: caller.arn,
    ...(organisation && { organisation }),
    accounts: accounts.map(({ unitIds: _unitIds, ...account }) => account),
    services: services.map(({ name, scope, kinds }) => ({ name, scope, kinds })),
    ...(leftOut.length > 0 && { leftOut }),
    ...(request.regions.length > 0 && { regions: request.regions }),
    via: request.via,
    ...(request.aggregator !== undefined && { aggregator: request.aggregator }),
    redacted: request.redact,
  };
}

interface Begun {
  readonly writer: SnapshotWriter;
  readonly discovery: Discovery;
  readonly config: ConfigSource | undefined;
}

function wholeRun(run: Omit<Run, 'writer'>, { writer, discovery, config }: Begun): Run {
  const management = discovery.organisation?.management;
  return { ...run, writer, ...(management !== undefined && { management }), ...(config && { config }) };
}

const idsInScope = ({ accounts }: Discovery): readonly string[] =>
  accounts.flatMap(({ id, skipped }) => (skipped === undefined ? [id] : []));

async function readAll(run: Run, discovery: Discovery): Promise<void> {
  const { request, progress, units } = run;
  discovery.record(run.writer);
  const isOwn = ({ id }: PlacedAccount): boolean => id === run.caller.account;
  // What is asked of the organisation takes longest, at its own slow rate: it must not come last.
  const inScope = discovery.accounts
    .filter(({ skipped }) => skipped === undefined)
    .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  progress.accounts(inScope.length);
  const accounts = poolOf(Math.min(16, Math.max(1, Math.ceil(request.concurrency / 2))));
  for (const account of inScope) {
    // One account after the other on purpose: each waits for room.
    // oxlint-disable-next-line no-await-in-loop
    await accounts.add(() => collectAccount(run, account));
  }
  await accounts.end();
  await units.end();
  if (run.config) recordRow(run, run.config.row());
}
