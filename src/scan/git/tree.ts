import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { UsageError } from '../../model/problem.ts';
import { nameHint } from '../../parse/detect/name.ts';
import { largest } from '../inputs/read.ts';
import { gitOutput } from './git.ts';
import type { Revision } from './revision.ts';
import { temporaryFolder } from './temporary.ts';

/** The files of a commit in a folder of their own. The repository and its work tree are not touched. */
export interface Tree extends Revision {
  /** Absolute. It is removed at the end of the run. */
  readonly folder: string;
  /** All paths of the commit, also of what was not written because nothing reads it. */
  readonly paths: ReadonlySet<string>;
  /** Paths of the commits of other repositories that it names, which are not in it. */
  readonly submodules: readonly string[];
}

const trees = new Map<string, Promise<Tree>>();

/** Writes a commit out, once in a run: what is or may be read of it. */
export async function treeOf(root: string, revision: Revision): Promise<Tree> {
  const key = `${root}\n${revision.commit}`;
  const known = trees.get(key);
  if (known) {
    const tree = await known;
    // A run before this one may have removed it.
    if (existsSync(tree.folder)) return { ...tree, ref: revision.ref };
  }
  const made = writeTree(root, revision);
  trees.set(key, made);
  return made;
}

interface Item {
  readonly mode: string;
  readonly sha: string;
  readonly size: number;
  readonly path: string;
}

const link = '120000';
const submodule = '160000';

async function writeTree(root: string, revision: Revision): Promise<Tree> {
  const listed = await gitOutput(root, ['ls-tree', '-r', '-z', '-l', '--full-tree', revision.commit]);
  const items = listed.toString('utf8').split('\0').filter(Boolean).map(itemOf);
  const wanted = items.filter(isWanted);
  const contents = await blobs(root, [...new Set(wanted.map(({ sha }) => sha))]);
  const folder = temporaryFolder();
  const made = new Set<string>();
  const contentOf = ({ sha, path }: Item): Buffer => {
    const content = contents.get(sha);
    if (content) return content;
    throw new UsageError(`${path} of ${revision.ref} is not in this clone`, {
      hint: 'a partial clone leaves contents on the server: clone without --filter, or `git fetch --refetch`',
    });
  };
  // Links come last: nothing is ever written through one.
  for (const item of wanted.filter(({ mode }) => mode !== link)) {
    const path = join(folder, item.path);
    if (!made.has(dirname(path))) mkdirSync(dirname(path), { recursive: true });
    made.add(dirname(path));
    writeFileSync(path, contentOf(item));
  }
  for (const item of wanted.filter(({ mode }) => mode === link)) makeLink(folder, item, contentOf(item));
  return {
    ...revision,
    folder,
    paths: new Set(items.map(({ path }) => path)),
    submodules: items.filter(({ mode }) => mode === submodule).map(({ path }) => path),
  };
}

/** `100644 blob <sha>    <size>\t<path>` */
function itemOf(line: string): Item {
  const tab = line.indexOf('\t');
  const [mode = '', , sha = '', size = '-'] = line.slice(0, tab).split(/ +/);
  return { mode, sha, size: size === '-' ? 0 : Number(size), path: line.slice(tab + 1) };
}

/** What no stage of a run opens need not be there: pictures, archives, what is larger than anything that is read. */
function isWanted({ mode, size, path }: Item): boolean {
  if (mode === submodule || size > largest || !isInside(path)) return false;
  return nameHint(path).kind !== 'never' || path.endsWith('.gitignore');
}

/** git refuses to make such trees; this does not rely on it. */
const isInside = (path: string): boolean =>
  !path.split(/[\\/]/).some(name => name === '' || name === '.' || name === '..' || /^\.git$/i.test(name));

/** Where the system makes no links, the file that it leads to is not in view from there. */
function makeLink(folder: string, { path }: Item, content: Buffer): void {
  const place = join(folder, path);
  mkdirSync(dirname(place), { recursive: true });
  try {
    symlinkSync(content.toString('utf8'), place);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** The contents of blobs, all from one process. */
async function blobs(root: string, shas: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  if (shas.length === 0) return new Map();
  const output = await gitOutput(root, ['cat-file', '--batch'], `${shas.join('\n')}\n`);
  const contents = new Map<string, Buffer>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf('\n', at);
    const [sha = '', , size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    // `<name> missing` has nothing behind it.
    if (size === undefined) continue;
    contents.set(sha, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
