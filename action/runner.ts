import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

import { printable } from '../src/report/text/printable.ts';

/** What the runner of a workflow offers: its log, the outputs of the step, the summary of the job. */
export interface Runner {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Text that was made for the log, commands among it. */
  readonly log: (text: string) => void;
  readonly say: (level: 'error' | 'warning' | 'notice', text: string) => void;
  readonly output: (name: string, value: string | number | boolean) => void;
  readonly summarize: (markdown: string) => void;
}

export function processRunner(): Runner {
  const { env } = process;
  return {
    env,
    log: text => void process.stdout.write(text),
    say: (level, text) => void process.stdout.write(`::${level} title=plumbline::${commandText(text)}\n`),
    output: (name, value) => append(env['GITHUB_OUTPUT'], entryOf(name, String(value))),
    summarize: markdown => append(env['GITHUB_STEP_SUMMARY'], markdown),
  };
}

/** Text of any origin that the runner takes for no command. */
export const harmless = (text: string): string =>
  text
    .split('\n')
    .map(line => printable(line))
    .join('\n');

const commandText = (text: string): string => harmless(text).replaceAll(/[%\r\n]/g, encodeURIComponent);

function append(file: string | undefined, text: string): void {
  if (file) appendFileSync(file, text);
}

/** A value of several lines ends at a word that nobody can foresee. */
function entryOf(name: string, value: string): string {
  const end = `end_${randomUUID()}`;
  return `${name}<<${end}\n${value}\n${end}\n`;
}
