import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

import { distance } from 'fastest-levenshtein';

import { UsageError } from '../../model/problem.ts';
import { readFault } from './fault.ts';

/** What the arguments of a run stand for: absolute paths, and the folder that reports are relative to. */
export interface Targets {
  readonly root: string;
  readonly paths: readonly string[];
}

/**
 * Resolves the PATH arguments (`.` when there are none). The root is the git root around all of them; without git,
 * the working directory when it holds them all, else the folder that they share.
 */
export function resolveTargets(cwd: string, args: readonly string[]): Targets {
  const paths = [...new Set((args.length > 0 ? args : ['.']).map(arg => existing(cwd, arg)))];
  const shared = paths.map(folderOf).reduce(commonFolder);
  const home = contains(cwd, shared) ? cwd : shared;
  return { root: gitRootOf(shared) ?? home, paths };
}

/** The nearest folder at or above `folder` that has a `.git` (a folder, or a file in worktrees and submodules). */
function gitRootOf(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The path that reports print: relative to the root, with `/` on every system; `.` for the root itself. */
export function shownPath(root: string, path: string): string {
  const shown = relative(root, path);
  return (sep === '/' ? shown : shown.replaceAll(sep, '/')) || '.';
}

/** True when `path` is `folder` or lies in it. */
export function contains(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function existing(cwd: string, arg: string): string {
  const path = resolve(cwd, arg);
  const fault = faultOf(path);
  if (!fault) return path;
  const nearby = fault === 'does not exist' ? closest(path) : undefined;
  throw new UsageError(`${arg} ${fault}`, {
    details: [`looked for ${path}`],
    ...(nearby && { hint: `did you mean ${isAbsolute(arg) ? nearby : shownPath(cwd, nearby)}?` }),
  });
}

function faultOf(path: string): string | undefined {
  try {
    if (statSync(path, { throwIfNoEntry: false })) return undefined;
    return lstatSync(path, { throwIfNoEntry: false }) ? 'is a broken link' : 'does not exist';
  } catch (error) {
    return readFault(error);
  }
}

/** The entry of the nearest existing folder that is spelled most alike. */
function closest(path: string): string | undefined {
  let [missing, folder] = [path, dirname(path)];
  while (!existsSync(folder)) [missing, folder] = [folder, dirname(folder)];
  const wanted = basename(missing).toLowerCase();
  const ranked = entriesOf(folder)
    .map(name => ({ name, far: distance(wanted, name.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1));
  const best = ranked[0];
  if (!best || best.far > Math.ceil(wanted.length / 3)) return undefined;
  const rest = join(folder, best.name, relative(missing, path));
  return existsSync(rest) ? rest : join(folder, best.name);
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
}

function commonFolder(one: string, other: string): string {
  let folder = one;
  while (!contains(folder, other)) folder = dirname(folder);
  return folder;
}
