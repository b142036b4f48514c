import type { Span } from '../../model/source.ts';
import type { Scalar } from '../../model/value.ts';

/** Where a block and what is in it are written: in the source of the plan, or else in the plan. */
export interface Cursor {
  /** Whether this is the text that a person wrote, so that what it does not have is not written. */
  readonly isSource: boolean;
  /** What stands for the whole: the header of the block. */
  readonly header: Span;
  readonly attribute: (name: string) => Written | undefined;
  /** The nested blocks of a name, in the order of the text. */
  readonly blocks: (name: string) => readonly NestedCursor[];
  /** The value of an attribute when it is written out. */
  readonly literal: (name: string) => Scalar | undefined;
}

export interface NestedCursor extends Cursor {
  /** Written by `dynamic`: it may stand for any number of blocks. */
  readonly isDynamic: boolean;
}

/** An attribute, from its name to the end of its value, and the parts of what is written as an object or a list. */
export interface Written {
  readonly at: Span;
  readonly entry: (name: string) => Written | undefined;
  readonly item: (index: number) => Written | undefined;
}

/** Everything at one place. */
export const cursorAt = (header: Span): Cursor => ({
  isSource: false,
  header,
  attribute: () => undefined,
  blocks: () => [],
  literal: () => undefined,
});
