import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';

import { contains, shownPath } from './root.ts';

/** The .gitignore files that speak of a folder, the nearest first. */
export interface Ignores {
  readonly folder: string;
  readonly matcher: Ignore;
  readonly outer: Ignores | undefined;
}

/** The rules for what lies in `folder`: its own .gitignore before those of the folders around it. */
export function ignoresIn(folder: string, outer: Ignores | undefined): Ignores | undefined {
  const text = textOf(join(folder, '.gitignore'));
  return text === undefined ? outer : { folder, matcher: ignore({ ignorecase: false }).add(text), outer };
}

/** The rules that the folders from `root` down to the parent of `path` set for it. */
export function ignoresAround(root: string, path: string): Ignores | undefined {
  const parent = dirname(path);
  if (path === root || !contains(root, parent)) return undefined;
  return ignoresIn(parent, ignoresAround(root, parent));
}

/** Whether git would leave `path` out. A deeper .gitignore overrules those above it. */
export function isIgnored(path: string, isFolder: boolean, ignores: Ignores | undefined): boolean {
  for (let at = ignores; at; at = at.outer) {
    const { ignored, unignored } = at.matcher.test(shownPath(at.folder, path) + (isFolder ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** Those of the paths (relative to the root) that a walk from the root would leave out. */
export function ignoredOf(root: string, paths: readonly string[]): readonly string[] {
  const folders = new Map<string, { readonly isOut: boolean; readonly ignores: Ignores | undefined }>();
  const lookAt = (folder: string): { readonly isOut: boolean; readonly ignores: Ignores | undefined } => {
    const known = folders.get(folder);
    if (known) return known;
    const around = folder === root ? { isOut: false, ignores: undefined } : lookAt(dirname(folder));
    const isOut = around.isOut || isIgnored(folder, true, around.ignores);
    const made = { isOut, ignores: isOut ? undefined : ignoresIn(folder, around.ignores) };
    folders.set(folder, made);
    return made;
  };
  return paths.filter(path => {
    const { isOut, ignores } = lookAt(dirname(join(root, path)));
    return isOut || isIgnored(join(root, path), false, ignores);
  });
}

/** What the configuration's `inputs` say of paths relative to the root. */
export interface Globs {
  /** True for what may be read at all. */
  readonly admits: (path: string) => boolean;
  /** True when no file under the folder can be admitted. */
  readonly closes: (folder: string) => boolean;
  /** True for what `include` names by a path, which outweighs .gitignore; for folders, when such files may lie in them. */
  readonly names: (path: string, isFolder: boolean) => boolean;
}

export function compileGlobs({
  include,
  exclude,
}: {
  include: readonly string[];
  exclude: readonly string[];
}): Globs {
  const options = { dot: true };
  const included = include.length > 0 ? picomatch(include.map(widen), options) : () => true;
  const excluded = exclude.length > 0 ? picomatch(exclude.map(widen), options) : () => false;
  const bases = include.map(glob => picomatch.scan(glob).base).filter(base => base !== '' && base !== '.');
  return {
    admits: path => included(path) && !excluded(path),
    closes: folder => excluded(folder) || excluded(`${folder}/`),
    names: (path, isFolder) =>
      bases.some(base => within(base, path) || (isFolder && within(path, base))) &&
      (isFolder || included(path)),
  };
}

/** `infra` and `infra/` mean everything in it. */
function widen(glob: string): string {
  const bare = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  return picomatch.scan(bare).isGlob ? bare : `${bare}{,/**}`;
}

const within = (folder: string, path: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** git follows no link that is called .gitignore. */
function textOf(path: string): string | undefined {
  try {
    if (!lstatSync(path).isFile()) return undefined;
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
