import { spawn } from 'node:child_process';

import { UsageError } from '../../model/problem.ts';

export interface GitOutcome {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Runs git in a repository, without a shell, a pager, a prompt or the network: objects that a partial clone left on the
 * server count as missing. Only commands that read are run.
 */
export function git(root: string, args: readonly string[], input = ''): Promise<GitOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', root, '--no-pager', '-c', 'core.fsmonitor=false', ...args], {
      env: environment(),
      windowsHide: true,
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', error => reject(notRun(error)));
    child.on('close', code => {
      const stderr = Buffer.concat(err).toString('utf8').trim();
      resolve({ code: code ?? 1, stdout: Buffer.concat(out), stderr });
    });
    // git may end before it has read everything; what it says then is on stderr.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** The same, for commands that can only fail when the repository cannot be read. */
export async function gitOutput(root: string, args: readonly string[], input = ''): Promise<Buffer> {
  const { code, stdout, stderr } = await git(root, args, input);
  if (code === 0) return stdout;
  throw new UsageError(`git ${args[0] ?? ''} failed`, {
    details: stderr.split('\n').slice(0, 5),
    ...(stderr.includes('dubious ownership') && {
      hint: 'the repository belongs to somebody else: git config --global --add safe.directory FOLDER',
    }),
  });
}

/**
 * What a hook of git sets would lead away from the repository that is scanned, or to objects and a configuration of
 * somebody else; replacements would lead to another tree.
 */
function environment(): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_') || kept.test(name));
  return {
    ...Object.fromEntries(others),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    GIT_NO_REPLACE_OBJECTS: '1',
  };
}

/** Who configures git by its environment does so for `safe.directory`. */
const kept = /^GIT_(?:EXEC_PATH|CONFIG_\w+)$/;

function notRun(error: Error): Error {
  const isMissing = 'code' in error && error.code === 'ENOENT';
  return isMissing
    ? new UsageError('git was not found', { hint: 'install it, or compare with a file: --baseline FILE' })
    : error;
}
