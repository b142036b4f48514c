import { removeTemporaryFolders } from '../scan/git/temporary.ts';
import { fail } from './fail.ts';
import type { Io } from './io.ts';
import { version } from './version.ts';

/** One run of the command line: arguments in, exit code out. Everything but the version loads when it is used. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    io.stdout.write(`${version()}\n`);
    return 0;
  }
  try {
    const { dispatch } = await import('./program.ts');
    return await dispatch(args, io);
  } catch (error) {
    return fail(error, io, args.includes('--debug'));
  } finally {
    removeTemporaryFolders();
  }
}
