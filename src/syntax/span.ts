import type { SourceFile, Span } from '../model/source.ts';
import type { Entry, Node } from './node.ts';

/** From the first character of a value (its tag, if it has one) to its end. */
export const spanOf = (file: SourceFile, { start, end }: Node): Span => ({ kind: 'span', file, start, end });

/** From the key of an entry to the end of its value; the key alone when the value stands elsewhere, as merged ones do. */
export const spanOfEntry = (file: SourceFile, { keyStart, keyEnd, value }: Entry): Span => ({
  kind: 'span',
  file,
  start: keyStart,
  end: Math.max(keyEnd, value.end),
});
