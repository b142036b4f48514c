import { nameHint } from '../../parse/detect/name.ts';
import { git, gitOutput } from './git.ts';

/**
 * Files that the index has under another path than the commit: new path → old path. The work tree is not looked at, since
 * git would run the filters that its attributes name.
 */
export async function renamesSince(root: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const args = [
    'diff-index',
    '--cached',
    '-M',
    '--diff-filter=R',
    '--name-status',
    '-z',
    '--no-ext-diff',
    commit,
    '--',
  ];
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

/**
 * Files that git keeps, as far as they may be inputs: relative to the root. Those that it would ignore if they were new
 * are none where git cannot be run: then they are left out as it is documented.
 */
export async function keptInGit(root: string, which: 'all' | 'ignored'): Promise<readonly string[]> {
  const list = ['ls-files', '--cached', '-z'];
  const output =
    which === 'all'
      ? await gitOutput(root, list)
      : await ignoredOutput(root, [...list, '-i', '--exclude-standard']);
  const paths = output.toString('utf8').split('\0');
  return paths.filter(path => path !== '' && nameHint(path).kind !== 'never');
}

async function ignoredOutput(root: string, args: readonly string[]): Promise<Buffer> {
  const outcome = await git(root, args).catch(() => undefined);
  return outcome?.code === 0 ? outcome.stdout : Buffer.alloc(0);
}

/** How many files of the work tree, new ones among them, are not as the commit has them that is checked out. */
export async function uncommitted(root: string): Promise<number> {
  const args = [
    'status',
    '--porcelain',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--ignore-submodules',
  ];
  return (await gitOutput(root, args)).toString('utf8').split('\0').filter(Boolean).length;
}
