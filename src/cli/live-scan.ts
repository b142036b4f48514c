import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { UsageError } from '../model/problem.ts';
import { flagOf } from './answers.ts';
import { awsSourceOptions } from './aws-options.ts';
import { collectRequest, outputPath } from './collect-request.ts';
import type { Answers, Io } from './io.ts';
import { runCollect } from './run-collect.ts';

/** The snapshot of a live scan. */
export interface LiveInput {
  readonly path: string;
  /** Removes it, unless it was asked for by `-o`. */
  readonly discard: () => void;
}

/** What `scan --aws` reads before it assesses; undefined for a scan of files. */
export async function liveInput(
  args: readonly string[],
  options: Answers,
  io: Io,
): Promise<LiveInput | undefined> {
  if (!flagOf(options, 'aws')) {
    refuseLiveOptions(options);
    return undefined;
  }
  if (args.length > 0)
    throw new UsageError(
      `--aws reads AWS, and ${args.join(', ')} ${args.length === 1 ? 'is a file' : 'are files'}`,
      {
        hint: 'scan files and AWS in two runs, or collect first and scan both',
      },
    );
  const kept = outputPath(options, io.cwd);
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'plumbline-')) : undefined;
  const discard = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  const path = kept ?? join(folder ?? '', 'snapshot.plumb');
  try {
    await runCollect(collectRequest(options, path), io, flagOf(options, 'quiet'));
    return { path, discard };
  } catch (error) {
    discard();
    throw error;
  }
}

function refuseLiveOptions(options: Answers): void {
  const given = [...awsSourceOptions, 'output' as const].find(name => options[name] !== undefined);
  if (given === undefined) return;
  const name = given.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
  throw new UsageError(`--${name} is about a live scan`, {
    hint: given === 'output' ? 'a report goes to a file by -f FORMAT=FILE' : 'add --aws',
  });
}
