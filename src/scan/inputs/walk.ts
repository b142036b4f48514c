import type { Dirent } from 'node:fs';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

import type { Problem } from '../../model/problem.ts';
import type { Input } from '../../model/report.ts';
import { nameHint } from '../../parse/detect/name.ts';
import { isAssemblyText } from '../../parse/detect/text.ts';
import { readFault, unreadableAt } from './fault.ts';
import { type Globs, type Ignores, ignoresAround, ignoresIn, isIgnored } from './ignore.ts';
import { contains, shownPath } from './root.ts';

export type FoundInput = Omit<Input, 'resources'>;

/** A file that may be infrastructure. `path` is absolute, `shown` relative to the root. */
export interface Candidate {
  readonly path: string;
  readonly shown: string;
  /** Named in the arguments: always read. */
  readonly named: boolean;
}

/** Files that were left out, by the reason. A folder that is left out counts once. */
export interface LeftOut {
  readonly ignored: number;
  readonly excluded: number;
  readonly others: number;
}

export interface Walk {
  readonly candidates: readonly Candidate[];
  /** Absolute paths of the folders with a CDK manifest. */
  readonly assemblies: readonly string[];
  /** What was settled without reading it. */
  readonly inputs: readonly FoundInput[];
  readonly problems: readonly Problem[];
  readonly leftOut: LeftOut;
}

/**
 * Looks through files and folders for what is worth reading. Links are followed inside the root; nothing is visited
 * twice. Git-ignored files stay out, but for CDK assemblies: they are build products and what will be deployed.
 */
export async function walk(root: string, paths: readonly string[], globs: Globs): Promise<Walk> {
  const state: State = {
    root,
    realRoot: await realpath(root),
    globs,
    seen: new Set(),
    links: [],
    candidates: [],
    assemblies: [],
    inputs: [],
    problems: [],
    leftOut: { ignored: 0, excluded: 0, others: 0 },
  };
  const named = await Promise.all(
    paths.map(async path => ({
      path,
      real: await realpath(path),
      isFolder: (await stat(path)).isDirectory(),
    })),
  );
  for (const { path, real, isFolder } of named) if (!isFolder) addFile(state, { path, real, named: true });
  await Promise.all(named.filter(({ isFolder }) => isFolder).map(folder => visitNamed(state, folder)));
  await followLinks(state);
  return state;
}

/** A folder on the way: `real` is its path without links. */
interface Folder {
  readonly path: string;
  readonly real: string;
  readonly ignores: Ignores | undefined;
}

interface State {
  readonly root: string;
  readonly realRoot: string;
  readonly globs: Globs;
  /** Real paths. */
  readonly seen: Set<string>;
  links: Folder[];
  readonly candidates: Candidate[];
  readonly assemblies: string[];
  readonly inputs: FoundInput[];
  readonly problems: Problem[];
  readonly leftOut: { ignored: number; excluded: number; others: number };
}

/** Folders that hold other people's code or tools' caches, never the sources of this repository. */
const neverFolders = new Set([
  '.git',
  '.hg',
  '.svn',
  'node_modules',
  '.terraform',
  '.terragrunt-cache',
  '.venv',
]);

async function visitNamed(state: State, { path, real }: { path: string; real: string }): Promise<void> {
  const around = ignoresAround(state.root, path);
  // Naming an ignored folder overrules what the folders around it say of it, and so of all that is in it.
  const ignores = isIgnored(path, true, around) ? undefined : around;
  await visitFolder(state, { path, real, ignores });
}

async function visitFolder(state: State, folder: Folder): Promise<void> {
  if (!markSeen(state, folder.real)) return;
  const entries = await entriesOf(state, folder);
  const manifest = entries.some(entry => entry.name === 'manifest.json' && entry.isFile());
  if (manifest && (await addAssembly(state, folder.path))) return;
  const hasRules = entries.some(entry => entry.name === '.gitignore');
  const ignores = hasRules ? ignoresIn(folder.path, folder.ignores) : folder.ignores;
  const inner: Promise<void>[] = [];
  for (const entry of entries) {
    const child = { path: join(folder.path, entry.name), real: join(folder.real, entry.name), ignores };
    if (entry.isDirectory()) inner.push(visitInner(state, child, entry.name));
    else visitEntry(state, child, entry);
  }
  await Promise.all(inner);
}

async function visitInner(state: State, folder: Folder, name: string): Promise<void> {
  if (neverFolders.has(name)) return undefined;
  const shown = shownPath(state.root, folder.path);
  if (state.globs.closes(shown)) {
    state.leftOut.excluded++;
    return undefined;
  }
  if (isIgnored(folder.path, true, folder.ignores) && !state.globs.names(shown, true)) {
    // The same holds for what CDK for Terraform synthesises.
    if (name === 'cdktf.out') return visitFolder(state, { ...folder, ignores: undefined });
    if (!(await addAssembly(state, folder.path))) state.leftOut.ignored++;
    return undefined;
  }
  return visitFolder(state, folder);
}

function visitEntry(state: State, child: Folder, entry: Dirent): void {
  const shown = shownPath(state.root, child.path);
  const isLink = entry.isSymbolicLink();
  if (!isLink && !entry.isFile()) return;
  if (isIgnored(child.path, false, child.ignores) && !state.globs.names(shown, false)) {
    state.leftOut.ignored++;
  } else if (isLink) {
    state.links.push(child);
  } else {
    addFile(state, { ...child, named: false });
  }
}

function addFile(state: State, { path, real, named }: { path: string; real: string; named: boolean }): void {
  const shown = shownPath(state.root, path);
  if (!named && !state.globs.admits(shown)) {
    state.leftOut.excluded++;
    return;
  }
  if (!markSeen(state, real)) return;
  const hint = nameHint(shown);
  if (hint.kind === 'settled') {
    state.inputs.push({ path: shown, status: 'skipped', format: hint.format, reason: hint.reason });
  } else if (hint.kind === 'never' && !named) {
    state.leftOut.others++;
  } else {
    state.candidates.push({ path, shown, named });
  }
}

/** Adds the folder when its manifest is that of a CDK assembly; what else lies in it is then part of the assembly. */
async function addAssembly(state: State, folder: string): Promise<boolean> {
  const manifest = join(folder, 'manifest.json');
  if (!state.globs.admits(shownPath(state.root, manifest))) return false;
  const text = await readFile(manifest, 'utf8').catch(() => '');
  if (!isAssemblyText(text)) return false;
  state.assemblies.push(folder);
  return true;
}

/** One after the other and in order, so that of two links to one file always the same one counts. */
async function followLinks(state: State): Promise<void> {
  const [first, ...rest] = state.links.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (!first) return;
  state.links = rest;
  await followLink(state, first);
  await followLinks(state);
}

async function followLink(state: State, link: Folder): Promise<void> {
  try {
    const [real, target] = [await realpath(link.path), await stat(link.path)];
    if (!contains(state.realRoot, real)) skipLink(state, link, 'a link that leads out of the repository');
    else if (target.isFile()) addFile(state, { ...link, real, named: false });
    else if (target.isDirectory()) await visitInner(state, { ...link, real }, neverIn(state, real) ?? '');
  } catch (error) {
    const fault = readFault(error);
    skipLink(state, link, fault === 'does not exist' ? 'a broken link' : fault);
  }
}

/** A link that is called like a template may have led to one. */
function skipLink(state: State, { path }: Folder, reason: string): void {
  const shown = shownPath(state.root, path);
  state.inputs.push({ path: shown, status: 'skipped', reason });
  if (nameHint(shown).kind !== 'likely') return;
  const effect = 'nothing is known about what it stands for';
  state.problems.push({ cause: 'out-of-view', message: reason, path: shown, effect });
}

function neverIn({ realRoot }: State, real: string): string | undefined {
  return shownPath(realRoot, real)
    .split('/')
    .find(name => neverFolders.has(name));
}

async function entriesOf(state: State, { path }: Folder): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const shown = shownPath(state.root, path);
    const reason = readFault(error);
    state.inputs.push({ path: shown, status: 'failed', reason });
    state.problems.push(unreadableAt(shown, reason));
    return [];
  }
}

function markSeen(state: State, real: string): boolean {
  if (state.seen.has(real)) return false;
  state.seen.add(real);
  return true;
}
