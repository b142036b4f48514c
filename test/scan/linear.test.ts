import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { generateTemplates } from '../../bench/generate.ts';
import { scanFolder } from './scan-folder.ts';

const perTemplate = 50;

test('the work for each resource is the same for 1,000 and for 200,000 of them', async () => {
  const small = await operationsFor(1_000);
  const medium = await operationsFor(10_000);
  const large = await operationsFor(200_000);
  // What is done once, whatever the number, weighs on the first only.
  expect(medium).toBeLessThan(small * 1.02);
  expect(large).toBeLessThan(medium * 1.02);
});

/** How often blocks of our own code run, for each resource of a scan with every shipped rule. */
async function operationsFor(resources: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-linear-'));
  try {
    generateTemplates(folder, { count: resources / perTemplate, perTemplate, format: 'json' });
    const operations = await operationsOf(async () => {
      const report = await scanFolder(folder, [], { listsAll: false, lineHashes: false });
      expect(report?.inputs.reduce((sum, input) => sum + input.resources, 0)).toBe(resources);
    });
    return operations / resources;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The engine's own count, exact and the same on every machine: each run of each block that is not its function's whole. */
async function operationsOf(work: () => Promise<void>): Promise<number> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  await work();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  await session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  const own = result.filter(({ url }) => /\/src\//.test(url) && !url.includes('/node_modules/'));
  const ranges = own.flatMap(({ functions }) => functions.flatMap(one => one.ranges));
  return ranges.reduce((sum, { count }) => sum + count, 0);
}
