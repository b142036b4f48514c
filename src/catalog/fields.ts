import type { ParameterValue } from '../model/rule.ts';
import type { SourceFile, Span } from '../model/source.ts';
import { entryOf } from '../syntax/field.ts';
import type { ListNode, MapNode, Node, ScalarNode } from '../syntax/node.ts';
import { diagnose, rejected } from './diagnostic.ts';

/** A node with the file that its offsets belong to. */
export interface Located<N extends Node = Node> {
  readonly file: SourceFile;
  readonly node: N;
}

export type Block = Located<MapNode>;

/** The value of a key; undefined when it is left out, or there with nothing behind it. */
export function field(block: Block, key: string): Located | undefined {
  const entry = entryOf(block.node, key);
  return entry && !isNothing(entry.value) ? { file: block.file, node: entry.value } : undefined;
}

/** `key:` with nothing, or with comments alone, is a key left out. */
export const isNothing = (node: Node): boolean => node.kind === 'scalar' && node.value === null;

/** From the key to the end of the value. */
export function spanOf(block: Block, key: string): Span {
  const entry = entryOf(block.node, key);
  const { start, end } = entry ? { start: entry.keyStart, end: entry.value.end } : block.node;
  return { kind: 'span', file: block.file, start, end };
}

export function text(block: Block, key: string): string {
  return asText(required(block, key));
}

export function optionalText(block: Block, key: string): string | undefined {
  const found = field(block, key);
  return found && asText(found);
}

/** Those of the keys that are there. */
export function optionalTexts<const K extends string>(
  block: Block,
  keys: readonly K[],
): { readonly [key in K]?: string } {
  const found: { [key in K]?: string } = {};
  for (const key of keys) {
    const value = optionalText(block, key);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

export function optionalNumber(block: Block, key: string): number | undefined {
  const found = field(block, key);
  if (!found) return undefined;
  const { value } = asScalar(found).node;
  return typeof value === 'number' ? value : wrong(found, 'a number');
}

export function flag(block: Block, key: string, otherwise: boolean): boolean {
  const found = field(block, key);
  if (!found) return otherwise;
  const { value } = asScalar(found).node;
  return typeof value === 'boolean' ? value : wrong(found, 'true or false');
}

/** The texts of a list; none when the key is left out. */
export function texts(block: Block, key: string): readonly string[] {
  return items(block, key).map(asText);
}

/** One of a closed list of words. */
export function choice<const T extends string>(block: Block, key: string, allowed: readonly T[]): T {
  const found = required(block, key);
  const word = asText(found);
  return allowed.find(candidate => candidate === word) ?? wrong(found, allowed.join(', '));
}

/** The elements of a list; none when the key is left out. */
export function items(block: Block, key: string): readonly Located[] {
  const found = field(block, key);
  return found ? asList(found).node.items.map(node => ({ file: block.file, node })) : [];
}

/** A map of data by name; empty when the key is left out. */
export function dataByName(block: Block, key: string): Readonly<Record<string, ParameterValue>> {
  return Object.fromEntries(entries(block, key).map(({ key: name, value }) => [name, asData(value)]));
}

/** The entries of a map; none when the key is left out. */
export function entries(block: Block, key: string): readonly { key: string; value: Located; span: Span }[] {
  const found = field(block, key);
  if (!found) return [];
  const inner = asBlock(found);
  const given = inner.node.entries.filter(entry => !isNothing(entry.value));
  return given.map(entry => ({
    key: entry.key,
    value: { file: block.file, node: entry.value },
    span: spanOf(inner, entry.key),
  }));
}

export function asBlock({ file, node }: Located): Block {
  return node.kind === 'map' ? { file, node } : wrong({ file, node }, 'a map');
}

export function asText(located: Located): string {
  const { value } = asScalar(located).node;
  return typeof value === 'string' ? value : wrong(located, 'text');
}

/** Plain data, as a parameter takes it. */
export function asData(located: Located): ParameterValue {
  const { file, node } = located;
  if (node.kind === 'list') return node.items.map(item => asData({ file, node: item }));
  if (node.kind === 'map') {
    return Object.fromEntries(node.entries.map(entry => [entry.key, asData({ file, node: entry.value })]));
  }
  return node.value ?? wrong(located, 'a value');
}

export function asScalar({ file, node }: Located): Located<ScalarNode> {
  return node.kind === 'scalar' ? { file, node } : wrong({ file, node }, 'one value');
}

function asList({ file, node }: Located): Located<ListNode> {
  return node.kind === 'list' ? { file, node } : wrong({ file, node }, 'a list');
}

function required(block: Block, key: string): Located {
  const found = field(block, key);
  if (found) return found;
  throw rejected(`${block.file.path} does not load`, [
    diagnose(block.file, block.node, `\`${key}\` is missing`),
  ]);
}

/** The schema has said more about this already; what gets here is in no schema's reach. */
function wrong({ file, node }: Located, wanted: string): never {
  throw rejected(`${file.path} does not load`, [diagnose(file, node, `expected ${wanted}`)]);
}
