import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { planSource, writePlan } from './generate-plan.ts';

/**
 * `node bench/plan.ts [RESOURCES]` after a build: how long a scan of one large plan takes, and what memory it needs;
 * with its source beside it, and without.
 */
const count = Number(process.argv[2] ?? 50_000);
const main = join(import.meta.dirname, '..', 'dist', 'main.js');
const work = mkdtempSync(join(tmpdir(), 'plumbline-plan-'));

try {
  const alone = join(work, 'alone');
  const beside = join(work, 'beside');
  for (const folder of [alone, beside]) {
    mkdirSync(folder);
    writePlan(join(folder, 'plan.json'), count);
  }
  writeFileSync(join(beside, 'main.tf'), planSource(count));
  const size = statSync(join(alone, 'plan.json')).size / 2 ** 20;
  process.stdout.write(`a plan of ${count} resources, ${size.toFixed(0)} MB in one line\n`);
  measure('without its source', alone);
  measure('with its source', beside);
} finally {
  rmSync(work, { recursive: true });
}

function measure(what: string, folder: string): void {
  const usage = join(work, 'usage.json');
  const probe = `data:text/javascript,${encodeURIComponent(
    `import { writeFileSync } from 'node:fs';
     process.on('exit', () => writeFileSync(${JSON.stringify(usage)}, JSON.stringify(process.resourceUsage())));`,
  )}`;
  const start = performance.now();
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', probe, main, 'scan', folder, '-f', 'compact', '--quiet'],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const used: unknown = JSON.parse(readFileSync(usage, 'utf8'));
  const cpu =
    typeof used === 'object' && used !== null && 'userCPUTime' in used ? Number(used.userCPUTime) / 1e6 : 0;
  const peak = typeof used === 'object' && used !== null && 'maxRSS' in used ? Number(used.maxRSS) / 1024 : 0;
  const last = stdout.trimEnd().split('\n').at(-1) ?? '';
  process.stdout.write(
    `${what.padEnd(20)} ${seconds.toFixed(2)} s  ${cpu.toFixed(2)} s of processor  ${peak.toFixed(0)} MB  exit ${status}\n  ${last}\n`,
  );
}
