import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { folder, type Files } from '../scan/inputs/folder.ts';

const bundle = resolve(import.meta.dirname, '../../action/dist/index.js');

export const events = {
  push: { ref: 'refs/heads/main' },
  pull_request: pullRequest('acme/app'),
  fork: pullRequest('mallory/app'),
  'fork that is gone': pullRequest(null),
} as const;

export interface ActionRun {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly workspace: string;
}

/** Runs the bundle that is checked in, as a runner does: with the environment, the files and the event of a workflow. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  {
    files,
    event = 'push',
    env = {},
  }: {
    readonly files: Files;
    readonly event?: keyof typeof events;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<ActionRun> {
  const workspace = folder(files);
  const temporary = mkdtempSync(join(tmpdir(), 'runner-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(temporary, name), text);
    return join(temporary, name);
  };
  const output = file('output', '');
  const summary = file('summary', '');
  const { code, log } = await started({
    // Nothing of the machine but what a process needs.
    PATH: process.env['PATH'] ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: 'plumbline',
    GITHUB_WORKFLOW: 'gate',
    GITHUB_JOB: 'scan',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(events[event])),
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_RUN_ID: '42',
    GITHUB_SHA: 'f'.repeat(40),
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temporary,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...env,
  });
  return {
    code,
    log,
    outputs: outputsIn(readFileSync(output, 'utf8')),
    summary: readFileSync(summary, 'utf8'),
    workspace,
  };
}

/** In this process only the server of the test goes on while the action runs. */
function started(env: Readonly<Record<string, string>>): Promise<{ code: number | null; log: string }> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    child.stdout.on('data', chunk => (log += String(chunk)));
    child.stderr.on('data', chunk => (log += String(chunk)));
    child.on('error', failed);
    child.on('close', code => done({ code, log }));
  });
}

function outputsIn(text: string): Readonly<Record<string, string>> {
  const entries = text.matchAll(/^([\w-]+)<<(end_[\w-]+)\n([^]*?)\n\2$/gm);
  return Object.fromEntries([...entries].map(([, name, , value]) => [name, value]));
}

function pullRequest(head: string | null) {
  return {
    action: 'synchronize',
    pull_request: {
      number: 7,
      head: { repo: head === null ? null : { full_name: head } },
      base: { repo: { full_name: 'acme/app' } },
    },
  };
}
