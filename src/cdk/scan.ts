import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findConfig } from '../catalog/find-config.ts';
import type { Report } from '../model/report.ts';
import { readResult } from '../report/read-result.ts';
import { resolveTargets } from '../scan/inputs/root.ts';
import type { PlumblineOptions } from './options.ts';

/** A report, or why there is none. Paths of the report are relative to `root`. */
export type Outcome =
  | { readonly kind: 'scanned'; readonly report: Report; readonly root: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** The CDK asks without waiting, so the scan is a process of its own. */
export function scanAssemblies(folders: readonly string[], options: PlumblineOptions): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-cdk-'));
  const result = join(folder, 'result.json');
  try {
    const args = [program(), 'scan', ...argumentsOf(options), '-f', `json=${result}`, '--', ...folders];
    const { NODE_OPTIONS: _, ...env } = process.env;
    const run = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env,
      timeout: (options.timeoutSeconds ?? 300) * 1000,
    });
    const said = [run.error?.message, run.stderr].filter(Boolean).join('\n').trim();
    return resultIn(result, resolveTargets(process.cwd(), folders).root, said);
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultIn(path: string, root: string, said: string): Outcome {
  const text = textIn(path);
  if (text === undefined) return { kind: 'failed', reason: said || 'plumbline ended without a result' };
  return { kind: 'scanned', report: readResult({ path, text }), root };
}

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Beside this file, built or not. */
const program = (): string => fileURLToPath(new URL(`../main${extname(import.meta.url)}`, import.meta.url));

function argumentsOf(options: PlumblineOptions): readonly string[] {
  const { policies = [], parameters = {}, failOn, unknown, requireComplete, args = [] } = options;
  return [
    ...configOf(options),
    ...policies.map(policy => `--policy=${policy}`),
    ...Object.entries(parameters).map(([name, value]) => `--set=${name}=${textOf(value)}`),
    ...(failOn === undefined ? [] : [`--fail-on=${failOn}`]),
    ...(unknown === undefined ? [] : [`--unknown=${unknown}`]),
    ...(requireComplete === true ? ['--require-complete'] : []),
    ...args,
  ];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** The assembly may lie anywhere; the configuration is that of the app, where `cdk` runs. */
function configOf({ config }: PlumblineOptions): readonly string[] {
  if (config === false) return ['--no-config'];
  const cwd = process.cwd();
  const found = config ?? findConfig({ ...resolveTargets(cwd, []), cwd });
  return found === undefined ? ['--no-config'] : [`--config=${found}`];
}
