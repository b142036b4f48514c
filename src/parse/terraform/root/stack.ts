import type { Stack } from '../../../model/declaration.ts';
import type { Problem } from '../../../model/problem.ts';
import type { SourceFile, Span } from '../../../model/source.ts';
import { always } from '../../../model/value.ts';
import type { RootModule, TerraformContext } from '../context.ts';
import { createInstance } from '../module/create-instance.ts';
import type { RootRun } from '../module/instance.ts';
import { isLocal, sourceOf } from '../module/module-call.ts';
import { joinPath } from '../module/paths.ts';
import { placingOfModule } from '../module/placing.ts';
import type { ModuleSource } from '../source/module-source.ts';
import { declare, type Declared } from './declare.ts';
import { givenValues, variableFiles } from './given.ts';
import { installedModules } from './installed.ts';
import { machineFor } from './machine.ts';
import type { Modules } from './modules.ts';

/** As many resources of one root are looked at. */
const maximumResources = 100_000;

/** What a root module declares, its local modules included. */
export function stackOf(
  folder: string,
  modules: Modules,
  { context, report }: { readonly context: TerraformContext; readonly report: (problem: Problem) => void },
): { readonly stack: Stack; readonly root: RootModule } | undefined {
  const source = modules.in(folder);
  if (!source) return undefined;
  const machine = machineFor(folder, context, report);
  const files = new Set<string>();
  const installed = installedModules(folder, path => context.readText?.(path));
  const run: RootRun = {
    folder,
    machine,
    moduleIn: place => used(modules.in(place), files),
    installed: path => installed.get(path),
    placement: context.placement?.(folder) ?? {},
    workspace: context.workspace,
  };
  used(source, files);
  for (const { path } of variableFiles(modules.filesOf(folder))) files.add(path);
  const given = givenValues(modules.filesOf(folder), context.variables?.(folder) ?? [], {
    variables: source.variables,
    machine,
  });
  const module = createInstance({
    run,
    source,
    prefix: '',
    path: [],
    around: [],
    exists: always,
    passed: name => given.get(name),
    missing: name => `variable ${name} has no default and no value; pass --tf-var ${name}=…`,
    inherited: () => undefined,
  });
  const declared: Declared = { declarations: [], openings: [], notCreated: [], left: maximumResources };
  declare(module, declared);
  const { account, region, partition } = placingOfModule(module);
  const stack: Stack = {
    key: folder,
    name: folder,
    account,
    region,
    partition,
    declarations: declared.declarations,
    openings: declared.openings,
    ...(declared.notCreated.length > 0 && { notCreated: declared.notCreated }),
    at: placeOf(source),
  };
  useCalled(source, run, new Set());
  return { stack, root: { path: folder, files: [...files].toSorted() } };
}

/** The modules of calls that make nothing (`count = 0`) are looked at, too. */
function useCalled({ folder, calls }: ModuleSource, run: RootRun, seen: Set<string>): void {
  for (const item of calls.values()) {
    const from = sourceOf(item);
    const place = isLocal(from) ? joinPath(folder, from) : undefined;
    if (place === undefined || seen.has(place)) continue;
    seen.add(place);
    const module = run.moduleIn(place);
    if (module) useCalled(module, run, seen);
  }
}

function used(module: ModuleSource | undefined, files: Set<string>): ModuleSource | undefined {
  for (const { path } of module?.files ?? []) files.add(path);
  return module;
}

/** A module has no place of its own: its `main.tf`, or its first file. */
function placeOf({ files, folder }: ModuleSource): Span {
  const file: SourceFile = files.find(({ path }) => path.endsWith('main.tf')) ??
    files[0] ?? { path: folder, text: '' };
  return { kind: 'span', file, start: 0, end: 0 };
}
