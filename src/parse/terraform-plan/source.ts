import type { Span } from '../../model/source.ts';
import { blockOf, type Address, type Step } from './address.ts';
import { cursorAt, type Cursor } from './cursor.ts';
import { fieldOf, listAt, textAt } from './json.ts';
import { readSourceModule, type SourceFiles, type SourceModule } from './source-module.ts';

/** The Terraform files that a plan may have been made from. */
export interface PlanSource {
  /** The folder of the root module. */
  readonly folder: string;
  /** The block of a resource; the nearest call of a module when the module is not in view; else undefined. */
  readonly cursorOf: (address: Address) => Cursor | undefined;
  /** Whether a block, or the call of a module that is not in view, stands for an address. */
  readonly has: (address: Pick<Address, 'modules' | 'isData' | 'type' | 'name'>) => boolean;
  /** Every managed resource block, as `module.agent.aws_kms_key.this`, with its place. */
  readonly declared: () => ReadonlyMap<string, Span>;
  /** The files that were read so far. */
  readonly files: () => readonly string[];
}

/** Opens a folder as the root module of a plan; undefined when it holds no Terraform files. */
export function openSource(folder: string, files: SourceFiles): PlanSource | undefined {
  const modules = new Map<string, SourceModule | undefined>();
  const load = (at: string): SourceModule | undefined => {
    if (!modules.has(at)) modules.set(at, readSourceModule(at, files));
    return modules.get(at);
  };
  if (!load(folder)) return undefined;
  const find = finder({ folder, load, installed: installedIn(folder, files) });
  return {
    folder,
    has: address => {
      const { module, outOfView } = find(address.modules);
      return outOfView !== undefined || (module?.resources.has(blockOf(address)) ?? false);
    },
    cursorOf: address => {
      const { module, outOfView } = find(address.modules);
      return outOfView ? cursorAt(outOfView) : module?.resources.get(blockOf(address));
    },
    declared: () => {
      const found = new Map<string, Span>();
      declare(find, [], found);
      return found;
    },
    files: () => [...modules.values()].flatMap(module => module?.files ?? []),
  };
}

type Load = (folder: string) => SourceModule | undefined;

interface Tree {
  readonly folder: string;
  readonly load: Load;
  /** Folders of installed modules by their path of calls, `agent.inner`. */
  readonly installed: ReadonlyMap<string, string>;
}

interface Found {
  readonly module?: SourceModule;
  /** The call of a module that is not in view. */
  readonly outOfView?: Span;
}

type Find = (path: readonly Pick<Step, 'name'>[]) => Found;

/** Walks the calls of modules, each way once. */
function finder({ folder, load, installed }: Tree): Find {
  const known = new Map<string, Found & { folder: string }>();
  const step = (path: readonly string[]): Found & { folder: string } => {
    const key = path.join('.');
    const earlier = known.get(key);
    if (earlier) return earlier;
    const found = stepOnce(path);
    known.set(key, found);
    return found;
  };
  const stepOnce = (path: readonly string[]): Found & { folder: string } => {
    const name = path.at(-1);
    if (name === undefined) return { folder, module: load(folder) ?? empty };
    const outer = step(path.slice(0, -1));
    if (outer.outOfView || !outer.module) return outer;
    const call = outer.module.calls.get(name);
    if (!call) return { folder: outer.folder };
    const inner = folderOf(outer.folder, call.source) ?? installed.get(path.join('.'));
    const module = inner === undefined ? undefined : load(inner);
    return inner === undefined || !module ? { folder, outOfView: call.at } : { folder: inner, module };
  };
  return path => (path.length > deepest ? {} : step(path.map(({ name }) => name)));
}

const empty: SourceModule = { files: [], resources: new Map(), calls: new Map() };

/** Modules that call themselves end here. */
const deepest = 30;

function declare(find: Find, path: readonly { name: string }[], into: Map<string, Span>): void {
  const { module } = find(path);
  const prefix = path.map(({ name }) => `module.${name}.`).join('');
  for (const [address, cursor] of module?.resources ?? [])
    if (!address.startsWith('data.')) into.set(prefix + address, cursor.header);
  for (const name of module?.calls.keys() ?? []) declare(find, [...path, { name }], into);
}

/** A folder of the repository, for `./modules/agent`; undefined for modules from elsewhere. */
function folderOf(folder: string, source: string | undefined): string | undefined {
  return source !== undefined && /^\.\.?(?:\/|$)/.test(source) ? joined(folder, source) : undefined;
}

/** Undefined when the way leads out of the root of the run. */
function joined(folder: string, way: string): string | undefined {
  const parts = folder === '.' ? [] : folder.split('/');
  for (const part of way.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/') || '.';
}

/** Where `terraform init` put the modules: `{ "Modules": [{ "Key": "agent.inner", "Dir": ".terraform/modules/…" }] }`. */
function installedIn(folder: string, { read }: SourceFiles): ReadonlyMap<string, string> {
  const text = read(joined(folder, '.terraform/modules/modules.json') ?? '');
  const modules = text === undefined ? undefined : parsed(text);
  const folders = listAt(modules, 'Modules').flatMap(module => {
    const [key, way] = [textAt(module, 'Key'), textAt(module, 'Dir')];
    const at = way === undefined ? undefined : joined(folder, way.replaceAll('\\', '/'));
    return key && at !== undefined ? [[key, at] as const] : [];
  });
  return new Map(folders);
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return fieldOf({ value }, 'value');
  } catch {
    return undefined;
  }
}
