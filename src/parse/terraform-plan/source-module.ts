import type { SourceFile, Span } from '../../model/source.ts';
import { field, stringOf } from '../../syntax/field.ts';
import type { Block, Body } from '../../syntax/hcl/ast.ts';
import { parseHcl } from '../../syntax/hcl/parse-hcl.ts';
import { readJson } from '../../syntax/json.ts';
import type { Node } from '../../syntax/node.ts';
import type { Cursor } from './cursor.ts';
import { hclCursor, headerOf, type Part } from './hcl-cursor.ts';
import { entrySpan, jsonCursor, type TreeFile } from './json-cursor.ts';

/** The blocks of one folder of Terraform files, by their names. */
export interface SourceModule {
  readonly files: readonly string[];
  /** By `aws_kms_key.this`, `data.aws_region.here`. */
  readonly resources: ReadonlyMap<string, Cursor>;
  readonly calls: ReadonlyMap<string, SourceCall>;
}

export interface SourceCall {
  /** Undefined when it is no literal. */
  readonly source: string | undefined;
  readonly at: Span;
}

/** What of a folder is in view. Paths are relative to the root of the run. */
export interface SourceFiles {
  /** The names of the files in a folder; none for one that does not exist. */
  readonly list: (folder: string) => readonly string[];
  readonly read: (path: string) => string | undefined;
}

/** Reads the blocks of a folder; undefined when it holds no Terraform files. Broken files give what could be read. */
export function readSourceModule(folder: string, files: SourceFiles): SourceModule | undefined {
  const names = sourceNames(files.list(folder));
  if (names.length === 0) return undefined;
  const module: Building = { resources: new Map(), calls: new Map(), overrides: new Map(), files: [] };
  for (const name of names) {
    const path = folder === '.' ? name : `${folder}/${name}`;
    const text = files.read(path);
    if (text === undefined) continue;
    module.files.push(path);
    if (name.endsWith('.json')) addJson(module, { path, text });
    else addHcl(module, { path, text }, isOverride(name));
  }
  return module;
}

/** OpenTofu reads `main.tofu` instead of `main.tf`. Override files come first, so that they are known when their blocks come. */
function sourceNames(names: readonly string[]): readonly string[] {
  const all = new Set(names);
  return names
    .filter(name => /\.(?:tf|tofu)(?:\.json)?$/.test(name))
    .filter(name => !all.has(name.replace(/\.tf(\.json)?$/, '.tofu$1')) || !/\.tf(?:\.json)?$/.test(name))
    .toSorted((a, b) => Number(isOverride(b)) - Number(isOverride(a)) || (a < b ? -1 : 1));
}

const isOverride = (name: string): boolean => /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(name);

interface Building {
  readonly files: string[];
  readonly resources: Map<string, Cursor>;
  readonly calls: Map<string, SourceCall>;
  readonly overrides: Map<string, Part[]>;
}

function addHcl(module: Building, file: SourceFile, overrides: boolean): void {
  for (const block of parseHcl(file).body.blocks) {
    const [type, name] = block.labels.map(({ text }) => text);
    if (block.type === 'module' && type !== undefined) {
      const at = headerOf(file, block);
      if (!overrides || !module.calls.has(type)) module.calls.set(type, { source: sourceOf(block.body), at });
    }
    if ((block.type !== 'resource' && block.type !== 'data') || name === undefined) continue;
    addBlock(module, `${block.type === 'data' ? 'data.' : ''}${type}.${name}`, { file, block, overrides });
  }
}

function addBlock(
  module: Building,
  address: string,
  { file, block, overrides }: { file: SourceFile; block: Block; overrides: boolean },
): void {
  const parts = module.overrides.get(address) ?? [];
  if (overrides) module.overrides.set(address, [{ file, body: block.body }, ...parts]);
  else module.resources.set(address, hclCursor(file, block, parts));
}

function sourceOf(body: Body): string | undefined {
  const value = body.attributes.find(({ name }) => name === 'source')?.value;
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

/** `{ "resource": { "aws_kms_key": { "this": { … } } }, "module": { … } }`, each of them perhaps in lists. */
function addJson(module: Building, file: SourceFile): void {
  const document = readJson(file);
  if (!document.ok) return;
  const tree: TreeFile = { file, offset: 0, isSource: true };
  for (const kind of ['resource', 'data'] as const) {
    for (const { key: type, value: named } of entriesIn(field(document.root, kind))) {
      for (const entry of entriesIn(named)) {
        const address = `${kind === 'data' ? 'data.' : ''}${type}.${entry.key}`;
        if (!module.resources.has(address))
          module.resources.set(address, jsonCursor(tree, entrySpan(tree, entry), mapsOf(entry.value)));
      }
    }
  }
  for (const entry of entriesIn(field(document.root, 'module'))) {
    const [body] = mapsOf(entry.value);
    module.calls.set(entry.key, {
      source: body && stringOf(field(body, 'source')),
      at: entrySpan(tree, entry),
    });
  }
}

const mapsOf = (node: Node | undefined): readonly Node[] =>
  (node?.kind === 'list' ? node.items : node ? [node] : []).filter(({ kind }) => kind === 'map');

const entriesIn = (node: Node | undefined) =>
  mapsOf(node).flatMap(one => (one.kind === 'map' ? one.entries : []));
