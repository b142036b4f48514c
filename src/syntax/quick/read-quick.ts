import type { SourceFile } from '../../model/source.ts';
import { unifyLineBreaks } from '../line-breaks.ts';
import type { Document, Node } from '../node.ts';
import { blockRoot } from './block.ts';
import { isBlankOrBreak } from './characters.ts';
import { beyond, cursorOf, isMarker, lineFrom, nextLine } from './cursor.ts';
import type { Cursor } from './cursor.ts';

/**
 * Reads the YAML that templates and rules are written in, in one pass. Of what it takes, the tree is the one
 * that the library gives; at anything else, wrong or rare, it gives up and the result is undefined.
 */
export function readQuickly(file: SourceFile): Document | undefined {
  const cursor = cursorOf(file, unifyLineBreaks(file.text));
  const root = rootOf(cursor);
  return root && { ok: true, file, root, duplicates: cursor.duplicates };
}

function rootOf(cursor: Cursor): Node | undefined {
  try {
    startDocument(cursor);
    const root = blockRoot(cursor);
    return cursor.indent === -1 ? root : undefined;
  } catch (error) {
    if (error === beyond) return undefined;
    throw error;
  }
}

function startDocument(cursor: Cursor): void {
  const { text } = cursor;
  if (text.startsWith('\uFEFF')) throw beyond;
  if (isMarker(text, 0) && text.startsWith('---') && isBlankOrBreak(text.charCodeAt(3))) {
    cursor.at = 3;
    nextLine(cursor);
  } else lineFrom(cursor, 0);
}
