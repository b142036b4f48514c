import { resolve } from 'node:path';

import { UsageError } from '../../model/problem.ts';
import { isSnapshot } from '../../scan/live/is-snapshot.ts';
import { choiceOf } from '../answers.ts';
import { json } from '../columns.ts';
import { diffText } from '../diff-text.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Handler } from '../io.ts';
import { scanRequest } from '../scan-request.ts';
import { setUp } from '../setup.ts';

/** What changed between two snapshots. */
export const diffCommand: Handler = async ({ args, options, io }) => {
  const [before = '', after = ''] = args.map(path => resolve(io.cwd, path));
  const stranger = [before, after].find(path => !isSnapshot(io.cwd, path));
  if (stranger !== undefined)
    throw new UsageError(`${stranger} is no snapshot`, { hint: 'plumbline collect -o FILE writes one' });
  const setup = await setUp([], options, io);
  const { diffSnapshots } = await import('../../scan/live/diff.ts');
  const diff = await diffSnapshots(before, after, scanRequest(setup, options, io));
  const format = choiceOf(options, 'format', ['text', 'json']) ?? 'text';
  io.stdout.write(format === 'json' ? json(diff) : diffText(diff));
  return exitCodes.ok;
};
