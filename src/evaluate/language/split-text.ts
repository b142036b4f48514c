import type { Text, Value } from '../../model/value.ts';
import { concatenate } from './force.ts';
import type { Chars } from './text-pattern.ts';

/**
 * The pieces of a text between a separator; nothing when a hole might hold it. Holes of shape `segment` hold neither
 * `:` nor `/`.
 */
export function splitText(text: Text, separator: string): readonly Chars[] | undefined {
  const { pieces, cut } = splitUntilHole(text, separator);
  return cut ? undefined : pieces;
}

/** The pieces before the first hole that might hold the separator, and what is left from that hole on. */
export interface Pieces {
  readonly pieces: readonly Chars[];
  /** What follows that hole. */
  readonly cut?: Text['parts'];
}

/** Splits as far as it is certain where the separators are. */
export function splitUntilHole({ parts }: Text, separator: string): Pieces {
  const pieces: Chars[] = [];
  let current: (string | Value)[] = [];
  for (const [index, part] of parts.entries()) {
    if (typeof part === 'string' && separator.length > 0) {
      const [first = '', ...others] = part.split(separator);
      current.push(first);
      for (const other of others) {
        pieces.push(concatenate(...current));
        current = [other];
      }
    } else if (typeof part !== 'string' && holdsNo(separator, part)) current.push(part);
    else return { pieces, cut: parts.slice(index + 1) };
  }
  return { pieces: [...pieces, concatenate(...current)] };
}

function holdsNo(separator: string, hole: Value): boolean {
  return (separator === ':' || separator === '/') && hole.kind === 'unknown' && hole.shape === 'segment';
}
