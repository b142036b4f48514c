import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { UsageError } from '../../model/problem.ts';
import { git, gitOutput } from './git.ts';

/** A commit that somebody named. */
export interface Revision {
  /** As it was named: `origin/main`. */
  readonly ref: string;
  readonly commit: string;
}

/** The commit that `ref` names. `option` is how the user asked: `--diff-from`. */
export async function revisionOf(root: string, ref: string, option: string): Promise<Revision> {
  if (!existsSync(join(root, '.git'))) {
    throw new UsageError(`${option} needs a git repository`, {
      details: [`${root} is none`],
      hint: 'compare with a file instead: --baseline FILE',
    });
  }
  if (ref === '' || ref.startsWith('-')) {
    throw new UsageError(`${option} cannot be ${ref === '' ? 'empty' : ref}`, {
      hint: `for example ${option} origin/main`,
    });
  }
  const warn = ['-c', 'core.warnAmbiguousRefs=true'];
  const { code, stdout, stderr } = await git(root, [...warn, 'rev-parse', '--verify', `${ref}^{commit}`]);
  const commit = stdout.toString('utf8').trim();
  if (stderr.includes('is ambiguous')) throw ambiguous(ref, option);
  if (code === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return { ref, commit };
  if (stderr.includes('dubious ownership')) await gitOutput(root, ['rev-parse', 'HEAD']);
  throw await missing(root, ref, option);
}

/** git would take the tag. Whoever may push one called `origin/main` would decide what is trusted. */
const ambiguous = (ref: string, option: string): UsageError =>
  new UsageError(`${option} ${ref} names more than one thing`, {
    details: ['a tag, a branch or a commit here is called as another one is'],
    hint: `say which one is meant: ${option} refs/remotes/origin/NAME, refs/heads/NAME or refs/tags/NAME`,
  });

/**
 * The commit at which the work that is scanned began: the last one that it shares with `ref`, so that what others have
 * done since is not held against it. `ref` itself when there is none in view.
 */
export async function forkPoint(
  root: string,
  { ref, commit }: Revision,
): Promise<{ readonly revision: Revision; readonly notes: readonly string[] }> {
  const { code, stdout } = await git(root, ['merge-base', commit, 'HEAD']);
  const base = stdout.toString('utf8').trim();
  if (code === 0 && base !== '') return { revision: { ref, commit: base }, notes: [] };
  const why = (await isShallow(root)) ? 'the clone is shallow' : 'their histories share no commit';
  return {
    revision: { ref, commit },
    notes: [`no commit that HEAD and ${ref} share is in view (${why}): compared with ${ref} as it is now`],
  };
}

/** How a commit is called in reports. */
export const shownRevision = ({ ref, commit }: Revision): string => `${ref} (${commit.slice(0, 12)})`;

async function missing(root: string, ref: string, option: string): Promise<UsageError> {
  const head = await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  if (head.code !== 0) {
    return new UsageError(`${option} ${ref}: the repository has no commit yet`, {
      hint: 'there is nothing to compare with; scan without it',
    });
  }
  const shallow = await isShallow(root);
  return new UsageError(`${option} ${ref}: there is no such commit here`, {
    details: shallow ? ['the clone is shallow: it holds a part of the history only'] : [],
    hint: shallow
      ? 'fetch it first: `git fetch --unshallow origin`, or `fetch-depth: 0` in actions/checkout'
      : 'is it spelled right? A branch of the server is called origin/NAME; `git fetch` brings it',
  });
}

async function isShallow(root: string): Promise<boolean> {
  const { stdout } = await git(root, ['rev-parse', '--is-shallow-repository']);
  return stdout.toString('utf8').trim() === 'true';
}
