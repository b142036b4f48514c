import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { run } from '../src/cli/run.ts';
import type { Report } from '../src/model/report.ts';
import { readResult } from '../src/report/read-result.ts';
import type { Inputs } from './inputs.ts';
import { harmless, type Runner } from './runner.ts';

/** What became of the scan. Without a report it ended before there was one, and `errors` says why. */
export interface Scanned {
  readonly exitCode: number;
  readonly report?: Report;
  readonly errors: string;
  readonly sarifFile?: string;
  readonly jsonFile?: string;
}

/** Runs `plumbline scan` in this process; what it prints goes to the log. */
export async function scan(inputs: Inputs, { env, log }: Runner): Promise<Scanned> {
  const cwd = resolve(env['GITHUB_WORKSPACE'] || process.cwd(), inputs.workingDirectory);
  const folder = mkdtempSync(join(env['RUNNER_TEMP'] || tmpdir(), 'plumbline-'));
  const jsonFile = join(folder, 'plumbline.json');
  const sarifFile =
    inputs.sarifFile === '' ? join(folder, 'plumbline.sarif') : resolve(cwd, inputs.sarifFile);
  const formats = ['-f', 'terminal', '-f', `json=${jsonFile}`, '-f', `sarif=${sarifFile}`];
  let errors = '';
  const exitCode = await run(['scan', ...inputs.options, ...formats, '--', ...inputs.paths], {
    stdout: sink(text => log(harmless(text))),
    stderr: sink(text => {
      errors += text;
      log(harmless(text));
    }),
    env,
    cwd,
  });
  return {
    exitCode,
    errors,
    ...(existsSync(sarifFile) && { sarifFile }),
    ...(existsSync(jsonFile) && {
      jsonFile,
      report: readResult({ path: jsonFile, text: readFileSync(jsonFile, 'utf8') }),
    }),
  };
}

const sink = (write: (text: string) => void) => ({ write, isTTY: false, columns: undefined });
