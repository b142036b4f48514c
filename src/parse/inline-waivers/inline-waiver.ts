import type { Span } from '../../model/source.ts';

/** A waiver in an input, as it is written: nothing of it is checked yet. */
export interface InlineWaiver {
  /** What it says, by the name of the field; `rule` among them. */
  readonly fields: Readonly<Record<string, string>>;
  /** What cannot be read of it. */
  readonly mistakes: readonly string[];
  readonly at: Span;
  /** The text of the resource that it belongs to; nothing when it stands at none. */
  readonly target?: Span;
  /** What the text calls that resource. */
  readonly name?: string;
}

/** A resource as a text declares it. */
export interface Block {
  readonly name: string;
  /** From its key or type to its end. */
  readonly span: Span;
  /** The column of its first character, from 0. */
  readonly column: number;
}
