import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { generateTemplates } from './generate.ts';
import { measure, measureOwn } from './measure.ts';
import type { Figures } from './measure.ts';
import { generateRepository } from './repository.ts';

/**
 * `npm run bench`: the figures of the README, medians of five runs of whole processes.
 * Peers are measured on the same templates, once and for two minutes at most, when they are on the PATH.
 */
const runs = 5;
/** A peer that takes longer is given up on, in milliseconds. */
const longest = 120_000;
const main = join(import.meta.dirname, '..', 'dist', 'main.js');
const action = join(import.meta.dirname, '..', 'action', 'dist', 'index.js');
const work = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));

/** All that the rules about templates ask for, so that none of them is left out. */
const parameters = [
  'approvedModels=amazon.nova-lite-v1:0',
  'approvedRegions=eu-central-1',
  'requiredTags=owner,cost-center',
  'approvedAccelerators=inf2',
  'maxModelUnits=2',
].flatMap(setting => ['--set', setting]);

try {
  for (const format of ['yaml', 'json'] as const) {
    generateTemplates(join(work, `small-${format}`), { count: 1, perTemplate: 10, format });
    generateTemplates(join(work, `large-${format}`), { count: 1000, perTemplate: 50, format });
  }
  const repository = join(work, 'repository');
  generateRepository(repository);
  const ours = (...args: string[]): Figures =>
    median(() => measureOwn([main, ...args], { timeout: longest }));
  const acted = (inputs: Readonly<Record<string, string>>): Figures => {
    const env = { ...process.env, ...inputs, GITHUB_WORKSPACE: repository, RUNNER_TEMP: work };
    return median(() => measureOwn([action], { env, timeout: longest }));
  };
  const rows: [string, Figures][] = [
    ['--version', ours('--version')],
    ['10 resources, YAML', ours('scan', join(work, 'small-yaml'), ...parameters)],
    ['50,000 resources in 1,000 templates, YAML', ours('scan', join(work, 'large-yaml'), ...parameters)],
    ['50,000 resources in 1,000 templates, JSON', ours('scan', join(work, 'large-json'), ...parameters)],
    ['200 templates, against another commit', ours('scan', repository, '--diff-from', 'before')],
    ['the same by the action, start to verdict', acted({ 'INPUT_DIFF-FROM': 'before' })],
    ['the action without a comparison', acted({})],
    ...peers(),
  ];
  for (const [what, { seconds, megabytes }] of rows) {
    const memory = megabytes === undefined ? '' : `  ${megabytes.toFixed(0)} MB`;
    process.stdout.write(`${what.padEnd(48)} ${seconds.toFixed(2)} s${memory}\n`);
  }
} finally {
  rmSync(work, { recursive: true });
}

function peers(): [string, Figures][] {
  const large = join(work, 'large-yaml');
  const commands: readonly (readonly [string, readonly string[]])[] = [
    ['cfn-lint', [`${large}/*.yaml`]],
    ['checkov', ['-d', large, '--framework', 'cloudformation', '--quiet', '--compact']],
    ['trivy', ['config', large]],
  ];
  return commands
    .filter(([command]) => spawnSync(command, ['--version']).error === undefined)
    .map(([command, args]) => [
      `${command}, the same YAML, one run`,
      measure(command, args, { timeout: longest }),
    ]);
}

function median(run: () => Figures): Figures {
  const all = Array.from({ length: runs }, run).toSorted((a, b) => a.seconds - b.seconds);
  const middle = all[Math.floor(runs / 2)];
  if (!middle) throw new RangeError('no runs');
  return middle;
}
