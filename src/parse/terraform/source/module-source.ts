import type { Problem } from '../../../model/problem.ts';
import { regionOf, type SourceFile, type Span } from '../../../model/source.ts';
import type { Block, Body } from '../../../syntax/hcl/ast.ts';
import type { SyntaxProblem } from '../../../syntax/node.ts';
import { attributeAt, itemOf, overridden, placeIn, type Item, type ItemAttribute } from './item.ts';
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
  /** What Terraform would refuse as a whole, where nothing else would tell of it. */
  readonly mistakes: readonly Problem[];
}

export interface BrokenFile {
  readonly file: SourceFile;
  readonly problems: readonly SyntaxProblem[];
}

interface Draft {
  readonly items: Record<Kind, Map<string, Item>>;
  readonly locals: Map<string, ItemAttribute>;
  readonly broken: BrokenFile[];
  readonly mistakes: Problem[];
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
    mistakes: [],
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
    mistakes: draft.mistakes,
    hasBackend: draft.hasBackend,
  };
}

/** Terraform passes over hidden files and those that editors leave behind. */
const configuration = /(?:^|\/)(?![.#])[^/]*\.(?:tf|tofu)(?:\.json)?$/;

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
  const { mistakes } = reading.draft;
  for (const attribute of body.attributes)
    mistakes.push(refused(`${attribute.name} stands in no block`, placeIn(file, attribute)));
  for (const block of body.blocks) {
    if (block.type === 'locals') {
      for (const attribute of block.body.attributes) addLocal({ file, attribute }, reading);
    } else if (block.type === 'terraform') {
      if (block.body.blocks.some(({ type }) => type === 'backend' || type === 'cloud'))
        reading.draft.hasBackend = true;
    } else addBlock(block, file, reading);
  }
}

function addLocal(local: ItemAttribute, { draft, overrides }: Reading): void {
  const { name } = local.attribute;
  if (!overrides && draft.locals.has(name))
    draft.mistakes.push(refused(`local ${name} is declared twice`, attributeAt(local)));
  draft.locals.set(name, local);
}

const kinds: Readonly<Record<string, Kind>> = {
  variable: 'variables',
  resource: 'resources',
  data: 'data',
  module: 'calls',
  output: 'outputs',
  provider: 'providers',
};

/** Blocks that declare nothing that is deployed. */
const othersKnown: ReadonlySet<string> = new Set([
  'action',
  'check',
  'ephemeral',
  'import',
  'moved',
  'removed',
]);

function addBlock(block: Block, file: SourceFile, { draft, overrides }: Reading): void {
  const { type } = block;
  const kind = kinds[type];
  const item = itemOf(block, file);
  if (!kind) {
    if (!othersKnown.has(type)) draft.mistakes.push(strange(type, item.at));
    return;
  }
  const name = nameOf(item);
  if (name === undefined) draft.mistakes.push(refused(`this ${type} has ${labelsOf(item)}`, item.at));
  else addItem(name, item, draft.items[kind], { draft, overrides });
}

function addItem(name: string, item: Item, items: Map<string, Item>, { draft, overrides }: Reading): void {
  const { type } = item;
  for (const { block, file } of item.blocks) {
    if (block.type === 'resource' || block.type === 'data')
      draft.mistakes.push(refused(`this ${block.type} stands inside of a ${type}`, placeIn(file, block)));
  }
  const before = items.get(name);
  if (before && !overrides) draft.mistakes.push(refused(`${type} ${name} is declared twice`, item.at));
  items.set(name, overrides && before ? overridden(before, item) : item);
}

const labelsOf = ({ labels }: Item): string =>
  labels.length === 1 ? 'one label' : `${String(labels.length)} labels`;

const refused = (what: string, at: Span): Problem => ({
  cause: 'parse-error',
  message: `Terraform refuses this: ${what}.`,
  path: at.file.path,
  region: regionOf(at),
  effect: 'What stands there is not assessed.',
  fatal: true,
});

const strange = (type: string, at: Span): Problem => ({
  cause: 'parse-error',
  message: `Blocks of the type ${type} are not known.`,
  path: at.file.path,
  region: regionOf(at),
  effect: 'What stands there is not assessed.',
});

function nameOf({ type, labels, attributes }: Item): string | undefined {
  if (type === 'resource' || type === 'data') return labels.length === 2 ? labels.join('.') : undefined;
  const [name, ...others] = labels;
  if (others.length > 0) return undefined;
  if (type !== 'provider' || name === undefined) return name;
  const alias = attributes.get('alias')?.attribute.value;
  return alias?.kind === 'literal' ? `${name}.${String(alias.value)}` : name;
}
