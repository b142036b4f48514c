import type { SourceFile, Span } from '../../model/source.ts';
import type { Scalar } from '../../model/value.ts';
import { entryOf, field } from '../../syntax/field.ts';
import type { Entry, MapNode, Node } from '../../syntax/node.ts';
import type { Cursor, NestedCursor, Written } from './cursor.ts';

/** Where a tree of JSON stands: `offset` is added to its offsets when it was read from a part of the file. */
export interface TreeFile {
  /** Whether it is the source, in Terraform's JSON syntax, and no plan. */
  readonly isSource: boolean;
  readonly file: SourceFile;
  readonly offset: number;
}

/** A block in Terraform's JSON syntax, or the values of a plan. Of several trees, the first one that has a name counts. */
export function jsonCursor(tree: TreeFile, header: Span, bodies: readonly Node[]): Cursor {
  const find = (name: string): Entry | undefined =>
    bodies.map(body => (body.kind === 'map' ? entryOf(body, name) : undefined)).find(Boolean);
  return {
    isSource: tree.isSource,
    header,
    attribute: name => {
      const entry = find(name);
      return entry && writtenEntry(tree, entry);
    },
    blocks: name => {
      const entry = find(name);
      const blocks = entry ? nested(tree, entry, entry.value, false) : [];
      return [...blocks, ...bodies.flatMap(body => dynamicBlocks(tree, body, name))];
    },
    literal: name => literalOf(find(name)?.value),
  };
}

export const entrySpan = (tree: TreeFile, { keyStart, value }: Entry): Span =>
  spanIn(tree, { start: keyStart, end: value.end });

const spanIn = ({ file, offset }: TreeFile, { start, end }: { start: number; end: number }): Span => ({
  kind: 'span',
  file,
  start: start + offset,
  end: end + offset,
});

function nested(tree: TreeFile, entry: Entry, node: Node, isDynamic: boolean): readonly NestedCursor[] {
  if (node.kind === 'list')
    return node.items
      .filter(item => item.kind === 'map')
      .map(item => block(tree, spanIn(tree, item), item, isDynamic));
  return node.kind === 'map' ? [block(tree, entrySpan(tree, entry), node, isDynamic)] : [];
}

const block = (tree: TreeFile, header: Span, body: Node, isDynamic: boolean): NestedCursor => ({
  ...jsonCursor(tree, header, [body]),
  isDynamic,
});

/** `"dynamic": { "rule": { "for_each": …, "content": { … } } }`, or lists of such maps. */
function dynamicBlocks(tree: TreeFile, body: Node, name: string): readonly NestedCursor[] {
  return mapsIn(field(body, 'dynamic')).flatMap(dynamic => {
    const entry = entryOf(dynamic, name);
    return mapsIn(entry?.value).flatMap(one => {
      const content = field(one, 'content');
      return entry && content ? nested(tree, entry, content, true) : [];
    });
  });
}

const mapsIn = (node: Node | undefined): readonly MapNode[] =>
  (node?.kind === 'list' ? node.items : [node]).filter(one => one?.kind === 'map');

const writtenEntry = (tree: TreeFile, entry: Entry): Written =>
  written(tree, entrySpan(tree, entry), entry.value);

function written(tree: TreeFile, at: Span, node: Node): Written {
  return {
    at,
    entry: name => {
      const entry = node.kind === 'map' ? entryOf(node, name) : undefined;
      return entry && writtenEntry(tree, entry);
    },
    item: index => {
      const item = node.kind === 'list' ? node.items[index] : undefined;
      return item && written(tree, spanIn(tree, item), item);
    },
  };
}

/** Texts with templates in them are no literals. */
function literalOf(node: Node | undefined): Scalar | undefined {
  if (node?.kind !== 'scalar') return undefined;
  return typeof node.value === 'string' && /[$%]\{/.test(node.value) ? undefined : node.value;
}
