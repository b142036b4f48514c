import type { SourceFile, Span } from '../../../model/source.ts';
import type { Attribute, Block, Placed } from '../../../syntax/hcl/ast.ts';

/** A block at the top of a module with all that override files change about it. */
export interface Item {
  readonly type: string;
  readonly labels: readonly string[];
  readonly attributes: ReadonlyMap<string, ItemAttribute>;
  readonly blocks: readonly ItemBlock[];
  /** The header of the block, from its type to its last label. */
  readonly at: Span;
}

export interface ItemAttribute {
  readonly file: SourceFile;
  readonly attribute: Attribute;
}

export interface ItemBlock {
  readonly file: SourceFile;
  readonly block: Block;
}

export function itemOf(block: Block, file: SourceFile): Item {
  return {
    type: block.type,
    labels: block.labels.map(({ text }) => text),
    attributes: new Map(block.body.attributes.map(attribute => [attribute.name, { file, attribute }])),
    blocks: block.body.blocks.map(nested => ({ file, block: nested })),
    at: placeIn(file, { start: block.start, end: block.headerEnd }),
  };
}

export const placeIn = (file: SourceFile, { start, end }: Placed): Span => ({
  kind: 'span',
  file,
  start,
  end,
});

/** From the name of an attribute to the end of its value. */
export const attributeAt = ({ file, attribute }: ItemAttribute): Span => placeIn(file, attribute);

/** What an override file changes: attributes one by one, nested blocks all of a type at once. */
export function overridden(item: Item, by: Item): Item {
  const replaced = new Set(by.blocks.map(({ block }) => typeOfNested(block)));
  return {
    ...item,
    attributes: new Map([...item.attributes, ...by.attributes]),
    blocks: [...item.blocks.filter(({ block }) => !replaced.has(typeOfNested(block))), ...by.blocks],
  };
}

/** The type of the blocks that a nested block makes. */
export const typeOfNested = (block: Block): string =>
  block.type === 'dynamic' ? (block.labels[0]?.text ?? 'dynamic') : block.type;
