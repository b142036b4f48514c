import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

import { repository } from '../cli/plumbline.ts';
import { gitlabRefusals } from '../report/gitlab-schemas.ts';
import { folder } from '../scan/inputs/folder.ts';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'templates/plumbline.yml'), 'utf8');

interface Job {
  readonly variables: Readonly<Record<string, string | number | null>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}

/** The job as GitLab makes it of the component. */
function jobOf(inputs: Readonly<Record<string, string>>): Job {
  const [head, body] = parseAllDocuments(text);
  const declared: Record<string, { default: unknown }> = head?.toJS().spec.inputs;
  for (const name of Object.keys(inputs)) expect(Object.keys(declared)).toContain(name);
  const filled = String(body).replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) =>
    JSON.stringify(inputs[name] ?? String(declared[name]?.default)).slice(1, -1),
  );
  const [job] = Object.values<Job>(parseAllDocuments(filled)[0]?.toJS());
  if (!job) throw new Error('no job');
  return job;
}

/** Runs its script in a repository, with an `npx` that runs these sources. */
function run(inputs: Readonly<Record<string, string>>): {
  readonly code: number;
  readonly home: string;
  readonly job: Job;
} {
  const job = jobOf(inputs);
  const home = folder({ ...repository, '.git/': '' });
  const bin = join(folder({}), 'bin');
  mkdirSync(bin);
  const npx = `#!/bin/sh\n[ "$1 $2" = "--yes plumbline@0.1.0" ] || exit 9\nshift 2\nexec '${process.execPath}' '${join(root, 'src/main.ts')}' "$@"\n`;
  writeFileSync(join(bin, 'npx'), npx);
  chmodSync(join(bin, 'npx'), 0o755);
  const variables = Object.entries(job.variables).map(([name, value]) => [name, String(value ?? '')]);
  const env = { ...Object.fromEntries(variables), PATH: `${bin}${delimiter}${process.env['PATH']}` };
  try {
    execFileSync('sh', ['-ec', job.script.join('\n')], { cwd: home, env, stdio: 'pipe' });
    return { code: 0, home, job };
  } catch (error) {
    const isExit = error instanceof Error && 'status' in error && typeof error.status === 'number';
    return { code: isExit ? Number(error.status) : -1, home, job };
  }
}

test.each([
  [{}, 0],
  [{ 'fail-on': 'medium' }, 1],
  [{ 'fail-on': 'medium', paths: 'infra plumbline.yaml', region: 'eu-west-1' }, 1],
  [{ 'fail-on': 'hihg' }, 2],
  [{ paths: 'nowhere' }, 2],
  [{ config: "no'such $(touch owned).yaml" }, 2],
  [{ 'trust-ref': 'origin/main' }, 2],
])('%j ends with %d', (inputs, code) => {
  const { home, ...outcome } = run(inputs);
  expect(outcome.code).toBe(code);
  expect(existsSync(join(home, 'owned'))).toBe(false);
});

test('the reports are where GitLab is told to look, and GitLab takes them', () => {
  const { home, job } = run({ 'fail-on': 'medium' });
  const { codequality = '', sast = '', junit = '' } = job.artifacts.reports;
  const read = (name: string): string => readFileSync(join(home, name), 'utf8');
  expect(gitlabRefusals('gitlab', read(codequality))).toEqual([]);
  expect(gitlabRefusals('gitlab-sast', read(sast))).toEqual([]);
  expect(JSON.parse(read(sast)).vulnerabilities).toHaveLength(1);
  expect(read(junit)).toContain('<failure');
});
