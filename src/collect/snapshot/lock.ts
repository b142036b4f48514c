import { closeSync, openSync, readFileSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';

import { UsageError } from '../../model/problem.ts';

/** Milliseconds between two signs of life, and without one after which a run is taken for dead. */
const beat = 10_000;
const deadAfter = 6 * beat;

/** Two runs that write one snapshot would write over each other. Answers how to let go of it. */
export function lockSnapshot(path: string): () => void {
  const lock = `${path}.lock`;
  if (!created(lock)) {
    refuseLiving(path, lock);
    rmSync(lock, { force: true });
    if (!created(lock)) refuse(path, lock, 'another run began at the same moment');
  }
  const timer = setInterval(() => touch(lock), beat);
  timer.unref();
  const remove = (): void => rmSync(lock, { force: true });
  // A signal ends the process where it is.
  process.once('exit', remove);
  return () => {
    clearInterval(timer);
    process.off('exit', remove);
    remove();
  };
}

function created(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx', 0o600);
    writeSync(file, `${process.pid} ${hostname()}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function refuseLiving(path: string, lock: string): void {
  const stat = statSync(lock, { throwIfNoEntry: false });
  if (!stat || Date.now() - stat.mtimeMs > deadAfter) return;
  const [pid = '', host = ''] = readFileSync(lock, 'utf8').trim().split(' ');
  if (host === hostname() && !isAlive(Number(pid))) return;
  refuse(path, lock, `process ${pid} on ${host} writes it`);
}

/** A signal of no effect reaches those that are there, whoever they belong to. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function refuse(path: string, lock: string, why: string): never {
  throw new UsageError(`another run is under way on ${path}`, {
    details: [why],
    hint: `wait for it; the lock of a run that died gives way after a minute (${lock})`,
  });
}

/** The folder may be gone: then the run ends when it writes. */
function touch(lock: string): void {
  try {
    const now = new Date();
    utimesSync(lock, now, now);
  } catch {
    // Somebody took the lock away; what they began has one of its own.
  }
}
