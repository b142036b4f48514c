import type { SourceFile, Span } from '../../model/source.ts';
import type { Scalar } from '../../model/value.ts';
import type { Attribute, Block, Body, Expression, ObjectItem } from '../../syntax/hcl/ast.ts';
import type { Cursor, NestedCursor, Written } from './cursor.ts';

/** A body and the file that it is in. */
export interface Part {
  readonly file: SourceFile;
  readonly body: Body;
}

/** A block as it is written; with the blocks of override files, which come before it. */
export function hclCursor(file: SourceFile, block: Block, overrides: readonly Part[] = []): Cursor {
  return bodyCursor(headerOf(file, block), [...overrides, { file, body: block.body }]);
}

/** From the type of a block to its last label. */
export const headerOf = (file: SourceFile, { start, headerEnd }: Block): Span => ({
  kind: 'span',
  file,
  start,
  end: headerEnd,
});

function bodyCursor(header: Span, parts: readonly Part[]): Cursor {
  const find = (name: string): { file: SourceFile; attribute: Attribute } | undefined => {
    for (const { file, body } of parts) {
      const attribute = body.attributes.find(one => one.name === name);
      if (attribute) return { file, attribute };
    }
    return undefined;
  };
  return {
    isSource: true,
    header,
    attribute: name => {
      const found = find(name);
      return found && written(found.file, found.attribute, found.attribute.value);
    },
    blocks: name => {
      const overriding = parts.find(({ body }) => nestedBlocks(body, name).length > 0);
      if (!overriding) return [];
      const { file, body } = overriding;
      return nestedBlocks(body, name).map(block => nestedCursor(file, block));
    },
    literal: name => literalOf(find(name)?.attribute.value),
  };
}

const nestedBlocks = (body: Body, name: string): readonly Block[] =>
  body.blocks.filter(({ type, labels }) => (type === 'dynamic' ? labels[0]?.text === name : type === name));

function nestedCursor(file: SourceFile, block: Block): NestedCursor {
  const isDynamic = block.type === 'dynamic';
  const content = isDynamic ? block.body.blocks.find(({ type }) => type === 'content') : block;
  const parts = content ? [{ file, body: content.body }] : [];
  return { ...bodyCursor(headerOf(file, block), parts), isDynamic };
}

function written(
  file: SourceFile,
  { start, end }: { start: number; end: number },
  value: Expression,
): Written {
  const inner = bare(value);
  return {
    at: { kind: 'span', file, start, end },
    entry: name => {
      const item = inner.kind === 'object' ? inner.items.findLast(one => keyOf(one) === name) : undefined;
      return item && written(file, { start: item.key.start, end: item.value.end }, item.value);
    },
    item: index => {
      const item = inner.kind === 'tuple' ? inner.items[index] : undefined;
      return item && written(file, item, item);
    },
  };
}

const bare = (value: Expression): Expression => (value.kind === 'parentheses' ? bare(value.of) : value);

function keyOf({ key }: ObjectItem): string | undefined {
  const { kind } = key;
  if (kind === 'variable') return key.name;
  return kind === 'literal' ? String(key.value) : undefined;
}

function literalOf(value: Expression | undefined): Scalar | undefined {
  return value?.kind === 'literal' ? value.value : undefined;
}
