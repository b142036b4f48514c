import { UsageError } from '../model/problem.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { version } from './version.ts';

/** Says what went wrong and answers the exit code: 2 for the user's mistakes, 70 for ours. */
export function fail(error: unknown, io: Io, debug: boolean): number {
  if (error instanceof UsageError) {
    io.stderr.write(usageText(error));
    if (debug) io.stderr.write(`\n${stackOf(error)}\n`);
    return exitCodes.usage;
  }
  io.stderr.write(bugText(error, debug));
  return exitCodes.bug;
}

/** What happened, where, and what to do. */
function usageText({ message, details, hint }: UsageError): string {
  const lines = [
    `error: ${message}`,
    ...details.map(detail => `  ${detail}`),
    ...(hint === undefined ? [] : [`  hint: ${hint}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function bugText(error: unknown, debug: boolean): string {
  const summary = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const lines = [
    `error: plumbline ${version()} has a bug: ${summary.split('\n')[0]}`,
    '  nothing was assessed; this is not a pass',
    debug ? `\n${stackOf(error)}` : '  hint: run again with --debug and report what it prints',
  ];
  return `${lines.join('\n')}\n`;
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
