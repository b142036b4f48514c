import { UsageError } from '../../model/problem.ts';
import { planCollection } from '../../scan/live/collect.ts';
import { flagOf } from '../answers.ts';
import { collectRequest, outputPath } from '../collect-request.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Handler } from '../io.ts';
import { planText } from '../plan-text.ts';
import { runCollect } from '../run-collect.ts';

/** Reads a live account or organisation into a snapshot. */
export const collectCommand: Handler = async ({ options, io }) => {
  if (flagOf(options, 'dryRun')) {
    io.stdout.write(planText(await planCollection(collectRequest(options, ''))));
    return exitCodes.ok;
  }
  const path = outputPath(options, io.cwd);
  if (path === undefined)
    throw new UsageError('nowhere to write the snapshot', { hint: 'plumbline collect -o FILE' });
  const { complete, organisation } = await runCollect(
    collectRequest(options, path),
    io,
    flagOf(options, 'quiet'),
  );
  const required = organisation || flagOf(options, 'requireComplete');
  return complete || !required ? exitCodes.ok : exitCodes.incomplete;
};
