import { isAbsolute, join, relative, resolve } from 'node:path';

import { revisionOf } from '../scan/git/revision.ts';
import type { Tree } from '../scan/git/tree.ts';
import { contains, type Targets } from '../scan/inputs/root.ts';
import { textOf, textsOf } from './answers.ts';
import type { Answers } from './io.ts';

/** Where what decides about a run is read from: the files that are scanned, or those of a commit that is trusted. */
export interface Ground {
  /** Absolute, like all paths here; the folder that stands for the root of the run. */
  readonly root: string;
  /** The folder that stands for the one in which the run was started. */
  readonly cwd: string;
  /** Where a path of the run lies on this ground. What is outside of the repository lies where it lies. */
  readonly at: (path: string) => string;
  /** Set when another commit is trusted. */
  readonly trusted?: Tree;
}

/** The files as they lie there. */
export const ownGround = (root: string, cwd: string): Ground => ({ root, cwd, at: path => path });

/** `--trust-ref`: nothing that is scanned decides how it is scanned. */
export async function groundOf({ root }: Targets, options: Answers, cwd: string): Promise<Ground> {
  const ref = textOf(options, 'trustRef');
  if (ref === undefined) return ownGround(root, cwd);
  const revision = await revisionOf(root, ref, '--trust-ref');
  const { treeOf } = await import('../scan/git/tree.ts');
  return groundIn(await treeOf(root, revision), root, cwd);
}

/** A commit of the repository at `root` as the ground of a run. */
export function groundIn(tree: Tree, root: string, cwd: string): Ground & { readonly trusted: Tree } {
  const at = (path: string): string =>
    contains(root, path) ? join(tree.folder, relative(root, path)) : path;
  return { root: tree.folder, cwd: contains(root, cwd) ? at(cwd) : tree.folder, at, trusted: tree };
}

/** Options that name files which decide, with the files of the ground. */
export function optionsOn(ground: Ground, options: Answers, cwd: string): Answers {
  if (!ground.trusted) return options;
  const placed = (name: string): string => {
    const path = ground.at(resolve(cwd, name));
    // Said as the user says it, wherever that is possible.
    return isAbsolute(name) || !contains(ground.cwd, path) ? path : relative(ground.cwd, path) || '.';
  };
  const config = textOf(options, 'config');
  const baseline = textOf(options, 'baseline');
  return {
    ...options,
    ...(config !== undefined && { config: placed(config) }),
    ...(baseline !== undefined && { baseline: placed(baseline) }),
    rules: textsOf(options, 'rules').map(placed),
    waivers: textsOf(options, 'waivers').map(placed),
    policy: textsOf(options, 'policy').map(name => (isPath(name) ? ensurePath(placed(name)) : name)),
  };
}

const isPath = (name: string): boolean => /[\\/]|\.ya?ml$/.test(name);

/** A name without a slash would be taken for the id of a policy. */
const ensurePath = (name: string): string => (/[\\/]/.test(name) ? name : `./${name}`);
