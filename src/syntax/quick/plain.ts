import type { ScalarNode } from '../node.ts';
import { plainScalar } from '../plain-scalar.ts';
import { colon, hash, isBlank, isBlankOrBreak, isBreak } from './characters.ts';
import { beyond, nextLine, pieceFrom } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { foldBreaks } from './folding.ts';

/**
 * Where a plain scalar stops on its line: at the `:` that makes it a key, at the `#` of a comment,
 * or at the end of the line.
 */
export function plainStop(text: string, start: number): number {
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code > colon) continue;
    if (code === colon) {
      if (isBlankOrBreak(text.charCodeAt(at + 1))) return at;
    } else if (code === hash) {
      if (isBlank(text.charCodeAt(at - 1))) return at;
    } else if (isBreak(code)) return at;
  }
}

export function trimmed(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** A plain scalar as a value, over as many lines as are indented deeper than `parent`. */
export function plainValue(cursor: Cursor, parent: number): ScalarNode {
  const { text, at: start } = cursor;
  const stop = plainStop(text, start);
  if (text.charCodeAt(stop) === colon) throw beyond;
  const end = trimmed(text, start, stop);
  cursor.at = end;
  nextLine(cursor);
  if (cursor.indent > parent) return manyLines(cursor, parent, start);
  return plainNode(pieceFrom(cursor, start, end), start, end);
}

export function plainNode(source: string, start: number, end: number): ScalarNode {
  return { kind: 'scalar', start, end, value: plainScalar(source), source, style: 'plain' };
}

function manyLines(cursor: Cursor, parent: number, start: number): ScalarNode {
  const { text } = cursor;
  let stop = plainStop(text, start);
  for (;;) {
    if (text.charCodeAt(stop) === colon) throw beyond;
    if (text.charCodeAt(stop) === hash) break;
    cursor.at = stop;
    nextLine(cursor);
    if (cursor.indent <= parent) break;
    if (text.slice(stop, cursor.at).includes('#')) throw beyond;
    stop = plainStop(text, cursor.at);
  }
  const end = trimmed(text, start, stop);
  cursor.at = end;
  nextLine(cursor);
  if (cursor.indent > parent) throw beyond;
  return plainNode(foldBreaks(text.slice(start, end)), start, end);
}
