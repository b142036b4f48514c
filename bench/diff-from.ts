import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { generateTemplates } from './generate.ts';

/**
 * `npm run build && npx node bench/diff-from.ts`: a repository of 200 templates with 10 resources each, of which a branch changed two and moved one;
 * medians of five runs of whole processes, scanned alone and with `--diff-from main --trust-ref main`.
 */
const runs = 5;
const main = join(import.meta.dirname, '..', 'dist', 'main.js');
const root = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.com', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

try {
  generateTemplates(join(root, 'infra'), { count: 200, perTemplate: 10, format: 'yaml' });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'one');
  git('checkout', '--quiet', '-b', 'work');
  const [first = '', second = '', third = ''] = git('ls-files').split('\n');
  for (const name of [first, second]) appendFileSync(join(root, name), '# changed\n');
  git('mv', third, `${third}.moved.yaml`);
  git('commit', '--quiet', '--all', '--message', 'two');
  const rows: [string, number][] = [
    ['alone', median(() => seconds())],
    ['--diff-from main', median(() => seconds('--diff-from', 'main'))],
    [
      '--diff-from main --trust-ref main',
      median(() => seconds('--diff-from', 'main', '--trust-ref', 'main')),
    ],
  ];
  for (const [what, time] of rows) {
    process.stdout.write(`${what.padEnd(36)}${time.toFixed(2)} s\n`);
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}

/** One whole process. What it says must be a verdict: 0 or 1. */
function seconds(...args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [main, 'scan', '-q', ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  if (status !== 0 && status !== 1) throw new Error(`ended with ${status}: ${stderr}`);
  return (performance.now() - started) / 1000;
}

function median(measure: () => number): number {
  const all = Array.from({ length: runs }, measure).toSorted((a, b) => a - b);
  return all[Math.floor(runs / 2)] ?? 0;
}
