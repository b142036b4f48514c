import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Problem } from '../../model/problem.ts';
import type { Globs } from './ignore.ts';
import { contains } from './root.ts';
import type { FoundInput } from './walk.ts';

/** Submodules under the paths of a run of which nothing is checked out, though what is deployed may lie in them. */
export function missingSubmodules(
  root: string,
  paths: readonly string[],
  { closes }: Pick<Globs, 'closes'>,
): { readonly inputs: readonly FoundInput[]; readonly problems: readonly Problem[] } {
  const missing = submodulesOf(root).filter(shown => {
    const folder = join(root, shown);
    return !closes(shown) && paths.some(path => contains(path, folder)) && isEmpty(folder);
  });
  return {
    inputs: missing.map(path => ({ path, status: 'skipped', reason })),
    problems: missing.map(path => ({
      cause: 'out-of-view',
      message: reason,
      path,
      effect: 'nothing is known about what is in it',
      hint: '`git submodule update --init`, or `submodules: true` in actions/checkout',
    })),
  };
}

const reason = 'a submodule that is not checked out';

/** The paths that `.gitmodules` names. */
function submodulesOf(root: string): readonly string[] {
  try {
    const text = readFileSync(join(root, '.gitmodules'), 'utf8');
    const paths = [...text.matchAll(/^\s*path\s*=\s*"?(.*?)"?\s*$/gm)].map(([, path = '']) => path);
    return paths.filter(path => path !== '' && contains(root, join(root, path)));
  } catch {
    return [];
  }
}

function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    // One that is not there at all was taken away on purpose, or is a file: that is looked at as any other.
    return false;
  }
}
