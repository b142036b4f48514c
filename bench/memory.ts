import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { generateSnapshot } from './generate-snapshot.ts';
import { measureOwn } from './measure.ts';
import type { Figures } from './measure.ts';

/**
 * `npm run build && npx node bench/memory.ts`: what a scan of an organisation of 500 accounts takes besides one of 20, medians of three runs of whole
 * processes for each format. `npx node bench/memory.ts FEW.plumb MANY.plumb` compares two snapshots that are there.
 */
const runs = 3;
const counts = [20, 500] as const;
const formats = ['json', 'terminal'] as const;

const main = join(import.meta.dirname, '..', 'dist', 'main.js');
const work = mkdtempSync(join(tmpdir(), 'plumbline-memory-'));

try {
  const [few, many] = snapshots(process.argv.slice(2));
  for (const format of formats) {
    const [less, more] = [scan(few, format), scan(many, format)];
    const ratio = (more.megabytes ?? 0) / (less.megabytes ?? 0);
    process.stdout.write(
      `${format.padEnd(9)} ${shown(less)}; ${shown(more)}; ${ratio.toFixed(2)} times the memory\n`,
    );
  }
} finally {
  rmSync(work, { recursive: true });
}

function snapshots(given: readonly string[]): readonly [few: string, many: string] {
  const [few, many] = given;
  if (few !== undefined && many !== undefined) return [few, many];
  const paths = counts.map(count => join(work, `${count}.plumb`));
  for (const [index, path] of paths.entries()) generateSnapshot(path, counts[index] ?? 0);
  return [paths[0] ?? '', paths[1] ?? ''];
}

/** The median by memory. What it says must be a verdict. */
function scan(snapshot: string, format: (typeof formats)[number]): Figures {
  const args = [main, 'scan', snapshot, '--no-config', '-f', `${format}=${join(work, 'report')}`];
  const all = Array.from({ length: runs }, () => measureOwn(args));
  const bad = all.find(({ code }) => code !== 1 && code !== 3);
  if (bad) throw new Error(`a scan ended with ${bad.code}`);
  const sorted = all.toSorted((a, b) => (a.megabytes ?? 0) - (b.megabytes ?? 0));
  const middle = sorted[Math.floor(runs / 2)];
  if (!middle) throw new RangeError('no runs');
  return middle;
}

function shown({ megabytes = 0, seconds }: Figures): string {
  return `${megabytes.toFixed(0).padStart(4)} MB, ${seconds.toFixed(1)} s`;
}
