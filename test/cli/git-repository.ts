import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { folder, type Files } from '../scan/inputs/folder.ts';

export interface GitRepository {
  readonly root: string;
  /** Writes files, or takes them away (`null`), without committing. */
  readonly write: (files: Readonly<Record<string, string | null>>) => void;
  readonly git: (...args: readonly string[]) => string;
  readonly commit: (files?: Readonly<Record<string, string | null>>) => void;
}

/** A repository with one commit on `main` that holds the files, checked out on the branch `work`. */
export function gitRepository(files: Files): GitRepository {
  const root = folder(files);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const write = (changed: Readonly<Record<string, string | null>>): void => {
    for (const [name, text] of Object.entries(changed)) {
      const path = join(root, name);
      if (text === null) rmSync(path);
      else {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    }
  };
  const commit = (changed: Readonly<Record<string, string | null>> = {}): void => {
    write(changed);
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'one');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  commit();
  git('checkout', '--quiet', '-b', 'work');
  return { root, write, git, commit };
}
