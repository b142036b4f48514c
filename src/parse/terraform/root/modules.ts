import type { SourceFile } from '../../../model/source.ts';
import { isLocal, sourceOf } from '../module/module-call.ts';
import { folderOf, joinPath } from '../module/paths.ts';
import { isConfiguration, readModule, type ModuleSource } from '../source/module-source.ts';
import { isVariableFile } from './given.ts';

export interface Modules {
  readonly in: (folder: string) => ModuleSource | undefined;
  readonly all: readonly ModuleSource[];
  /** All files of a folder, those of values too. */
  readonly filesOf: (folder: string) => readonly SourceFile[];
  /** The folders of the root modules, in order. */
  readonly roots: readonly string[];
}

/**
 * The folders with Terraform files. A root is a folder that no other one calls; a called one is looked at through its
 * callers alone, except where it says itself that it is deployed: by a backend, or by values in a `.tfvars` file.
 */
export function modulesOf(files: readonly SourceFile[]): Modules {
  const byFolder = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = folderOf(file.path);
    const others = byFolder.get(folder);
    if (others) others.push(file);
    else byFolder.set(folder, [file]);
  }
  const modules = new Map<string, ModuleSource>();
  for (const [folder, own] of byFolder) {
    if (own.some(({ path }) => isConfiguration(path))) modules.set(folder, readModule(folder, own));
  }
  return {
    in: folder => modules.get(folder),
    all: [...modules.values()],
    filesOf: folder => byFolder.get(folder) ?? [],
    roots: rootsOf(modules, folder => byFolder.get(folder) ?? []),
  };
}

function rootsOf(
  modules: ReadonlyMap<string, ModuleSource>,
  filesOf: (folder: string) => readonly SourceFile[],
): readonly string[] {
  const calls = new Map([...modules].map(([folder, module]) => [folder, calledFolders(module)]));
  const called = new Set([...calls].flatMap(([folder, to]) => to.filter(other => other !== folder)));
  const folders = [...modules.keys()].filter(folder => !isInstalled(folder)).toSorted();
  const roots = folders.filter(folder => {
    const deployed =
      modules.get(folder)?.hasBackend === true || filesOf(folder).some(({ path }) => isVariableFile(path));
    return !called.has(folder) || deployed;
  });
  return withLoops(folders, roots, calls);
}

/** What `terraform init` fetched is no root of anybody. */
const isInstalled = (folder: string): boolean => /(?:^|\/)\.terraform(?:\/|$)/.test(folder);

function calledFolders({ folder, calls }: ModuleSource): readonly string[] {
  return [...calls.values()].flatMap(item => {
    const from = sourceOf(item);
    const to = isLocal(from) ? joinPath(folder, from) : undefined;
    return to === undefined ? [] : [to];
  });
}

/** Modules that call each other in a circle have no root: the first of them stands for one. */
function withLoops(
  folders: readonly string[],
  roots: readonly string[],
  calls: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const all = [...roots];
  const seen = new Set<string>();
  const visit = (folder: string): void => {
    const open = [folder];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(calls.get(next) ?? []));
    }
  };
  roots.forEach(visit);
  for (const folder of folders) {
    if (seen.has(folder)) continue;
    all.push(folder);
    visit(folder);
  }
  return all.toSorted();
}
