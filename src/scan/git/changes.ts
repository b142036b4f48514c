import { git, gitOutput } from './git.ts';

/** Files that the work tree has under another path than the commit: new path → old path. */
export async function renamesSince(root: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const args = ['diff-index', '-M', '--diff-filter=R', '--name-status', '-z', '--no-ext-diff', commit, '--'];
  const words = (await gitOutput(root, args)).toString('utf8').split('\0');
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [from, to] = [words[at + 1], words[at + 2]];
    if (from !== undefined && to !== undefined) renames.set(to, from);
  }
  return renames;
}

/** Those of the paths that git is told to ignore, so that no commit ever holds them. */
export async function ignoredAmong(root: string, paths: readonly string[]): Promise<readonly string[]> {
  if (paths.length === 0) return [];
  const { stdout } = await git(root, ['check-ignore', '-z', '--stdin'], `${paths.join('\0')}\0`);
  return stdout.toString('utf8').split('\0').filter(Boolean);
}

/** True when the work tree differs from HEAD in a file that git keeps. */
export async function isDirty(root: string): Promise<boolean> {
  const { stdout } = await git(root, [
    'status',
    '--porcelain',
    '--untracked-files=no',
    '--ignore-submodules=dirty',
  ]);
  return stdout.length > 0;
}
