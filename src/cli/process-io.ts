import { UsageError } from '../model/problem.ts';
import { exitCodes } from './exit-codes.ts';
import { fail } from './fail.ts';
import { interruptionHint } from './interruption.ts';
import type { Io, Sink } from './io.ts';

/** This process as a run sees it. */
export const processIo = (): Io => ({
  stdout: sinkOf(process.stdout),
  stderr: sinkOf(process.stderr),
  env: process.env,
  cwd: process.cwd(),
});

function sinkOf(stream: NodeJS.WriteStream): Sink {
  // Whoever reads may stop early (`| head`); that is not our error, and the exit code stays the verdict.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    // Of a report that goes to a file by `>`, a part is there.
    throw stream === process.stdout
      ? new UsageError('cannot write standard output', {
          details: [error.message],
          hint: 'what was written is not all of it',
        })
      : error;
  });
  return {
    write: text => {
      if (stream.writable) stream.write(text);
    },
    isTTY: stream.isTTY,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

/** Gives every way in which a process can end without a verdict its own exit code: Node's own would be 1, findings. */
export function guardProcess(io: Io): void {
  const stop = (code: number) => () => {
    io.stderr.write(`\nplumbline: interrupted; ${interruptionHint()}\n`);
    process.exit(code);
  };
  process.once('SIGINT', stop(exitCodes.interrupted));
  process.once('SIGTERM', stop(exitCodes.terminated));
  process.on('uncaughtException', error => {
    process.exit(fail(error, io, process.argv.includes('--debug')));
  });
}
