import { nameHint } from '../../parse/detect/name.ts';
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

/** Files that git keeps and .gitignore names all the same, as far as they may be inputs: git does not ignore what it keeps. */
export async function keptThoughIgnored(root: string): Promise<readonly string[]> {
  const args = ['ls-files', '--cached', '--ignored', '--exclude-standard', '-z'];
  const paths = (await gitOutput(root, args)).toString('utf8').split('\0').filter(Boolean);
  return paths.filter(path => nameHint(path).kind !== 'never');
}
