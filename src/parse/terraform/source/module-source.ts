import type { SourceFile } from '../../../model/source.ts';
import type { Block, Body } from '../../../syntax/hcl/ast.ts';
import type { SyntaxProblem } from '../../../syntax/node.ts';
import { itemOf, overridden, type Item, type ItemAttribute } from './item.ts';
import { readBody } from './read-body.ts';

/** The content of one folder, as it is written. */
export interface ModuleSource {
  /** Relative to the root of the run; `.` for it. */
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly variables: ReadonlyMap<string, Item>;
  readonly locals: ReadonlyMap<string, ItemAttribute>;
  /** By `type.name`. */
  readonly resources: ReadonlyMap<string, Item>;
  readonly data: ReadonlyMap<string, Item>;
  readonly calls: ReadonlyMap<string, Item>;
  readonly outputs: ReadonlyMap<string, Item>;
  /** By name, with the alias behind a dot when there is one. */
  readonly providers: ReadonlyMap<string, Item>;
  /** Where its state is kept is said, as only root modules do. */
  readonly hasBackend: boolean;
  readonly broken: readonly BrokenFile[];
}

export interface BrokenFile {
  readonly file: SourceFile;
  readonly problems: readonly SyntaxProblem[];
}

interface Draft {
  readonly items: Record<Kind, Map<string, Item>>;
  readonly locals: Map<string, ItemAttribute>;
  readonly broken: BrokenFile[];
  hasBackend: boolean;
}

type Kind = 'variables' | 'resources' | 'data' | 'calls' | 'outputs' | 'providers';

/** Reads the files of a folder: first those that declare, then those that override. */
export function readModule(folder: string, files: readonly SourceFile[]): ModuleSource {
  const draft: Draft = {
    items: {
      variables: new Map(),
      resources: new Map(),
      data: new Map(),
      calls: new Map(),
      outputs: new Map(),
      providers: new Map(),
    },
    locals: new Map(),
    broken: [],
    hasBackend: false,
  };
  const own = configurationFiles(files);
  for (const file of own.filter(({ path }) => !isOverride(path))) readFile(file, draft, false);
  for (const file of own.filter(({ path }) => isOverride(path))) readFile(file, draft, true);
  return {
    folder,
    files: own,
    ...draft.items,
    locals: draft.locals,
    broken: draft.broken,
    hasBackend: draft.hasBackend,
  };
}

const configuration = /\.(?:tf|tofu)(?:\.json)?$/;

export const isConfiguration = (path: string): boolean => configuration.test(path);

/** OpenTofu passes over `main.tf` when there is a `main.tofu`. */
function configurationFiles(files: readonly SourceFile[]): readonly SourceFile[] {
  const own = files.filter(({ path }) => isConfiguration(path));
  const paths = new Set(own.map(({ path }) => path));
  return own
    .filter(
      ({ path }) => !paths.has(path.replace(/\.tf(\.json)?$/, '.tofu$1')) || /\.tofu(?:\.json)?$/.test(path),
    )
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

const isOverride = (path: string): boolean => /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(path);

function readFile(file: SourceFile, draft: Draft, overrides: boolean): void {
  const { body, problems } = readBody(file);
  if (problems.length > 0) draft.broken.push({ file, problems });
  addBody(body, file, { draft, overrides });
}

interface Reading {
  readonly draft: Draft;
  readonly overrides: boolean;
}

function addBody(body: Body, file: SourceFile, reading: Reading): void {
  for (const block of body.blocks) {
    if (block.type === 'locals') {
      for (const attribute of block.body.attributes)
        reading.draft.locals.set(attribute.name, { file, attribute });
    } else if (block.type === 'terraform') {
      if (block.body.blocks.some(({ type }) => type === 'backend' || type === 'cloud'))
        reading.draft.hasBackend = true;
    } else addBlock(block, file, reading);
  }
}

const kinds: Readonly<Record<string, Kind>> = {
  variable: 'variables',
  resource: 'resources',
  data: 'data',
  module: 'calls',
  output: 'outputs',
  provider: 'providers',
};

/** Blocks of other types (`moved`, `import`, `check`, `action`, what is new) declare nothing that is deployed. */
function addBlock(block: Block, file: SourceFile, { draft, overrides }: Reading): void {
  const kind = kinds[block.type];
  const item = itemOf(block, file);
  const name = kind && nameOf(item);
  if (!kind || name === undefined) return;
  const items = draft.items[kind];
  const before = items.get(name);
  items.set(name, overrides && before ? overridden(before, item) : item);
}

function nameOf({ type, labels, attributes }: Item): string | undefined {
  if (type === 'resource' || type === 'data') return labels.length === 2 ? labels.join('.') : undefined;
  const [name] = labels;
  if (type !== 'provider' || name === undefined) return name;
  const alias = attributes.get('alias')?.attribute.value;
  return alias?.kind === 'literal' ? `${name}.${String(alias.value)}` : name;
}
