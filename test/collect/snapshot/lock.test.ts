import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { lockSnapshot } from '../../../src/collect/snapshot/lock.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
  path = join(folder, 'a.plumb');
});
afterEach(() => rmSync(folder, { recursive: true }));

const lockOf = (text: string): void => writeFileSync(`${path}.lock`, text);

test('a snapshot that is written is not written by another run, until it is let go', () => {
  const unlock = lockSnapshot(path);
  expect(() => lockSnapshot(path)).toThrow(/another run is under way/);
  unlock();
  expect(existsSync(`${path}.lock`)).toBe(false);
  lockSnapshot(path)();
});

test('the lock of a process that was killed does not hold', () => {
  // No process has this id: it is above what systems give.
  lockOf(`${2 ** 30} ${hostname()}\n`);
  lockSnapshot(path)();
  expect(existsSync(`${path}.lock`)).toBe(false);
});

test('the lock of another machine holds as long as it gives signs of life', () => {
  lockOf('1 elsewhere\n');
  expect(() => lockSnapshot(path)).toThrow(/another run is under way/);
  const before = new Date(Date.now() - 120_000);
  utimesSync(`${path}.lock`, before, before);
  lockSnapshot(path)();
  expect(existsSync(`${path}.lock`)).toBe(false);
});
