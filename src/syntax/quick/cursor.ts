import type { SourceFile } from '../../model/source.ts';
import { maxDepth } from '../failure.ts';
import type { Entry, Node, SyntaxProblem } from '../node.ts';
import { pieceOf, sharedText } from '../shared-text.ts';
import type { SharedText } from '../shared-text.ts';
import { carriageReturn, dash, dot, hash, isBlank, isBreak, lineFeed, space, tab } from './characters.ts';

/** The state of one quick reading. Every reader of a block value leaves the cursor at the next line with content. */
export interface Cursor {
  readonly file: SourceFile;
  /** The text with unified line breaks. */
  readonly text: string;
  readonly duplicates: SyntaxProblem[];
  /** The next character to read. */
  at: number;
  /** The column of the line with content at whose first character `at` stands; -1 at the end of the text. */
  indent: number;
  depth: number;
  /** Where the key read last ends. */
  keyEnd: number;
  /** Entries and items of the collections that are still open: arrays that grow by themselves waste memory. */
  readonly entries: Entry[];
  entryCount: number;
  readonly items: Node[];
  itemCount: number;
  readonly shared: SharedText;
}

/** Thrown when a text holds what the quick reader does not know for certain. Made once: it carries no place. */
class BeyondQuick extends Error {
  override readonly name = 'BeyondQuick';
}

export const beyond = new BeyondQuick('Left to the library');

export function cursorOf(file: SourceFile, text: string): Cursor {
  return {
    file,
    text,
    duplicates: [],
    at: 0,
    indent: -1,
    depth: 0,
    keyEnd: 0,
    entries: [],
    entryCount: 0,
    items: [],
    itemCount: 0,
    shared: sharedText(),
  };
}

export function enter(cursor: Cursor): void {
  cursor.depth += 1;
  if (cursor.depth > maxDepth) throw beyond;
}

/** A piece of the text. */
export const pieceFrom = (cursor: Cursor, start: number, end: number): string =>
  pieceOf(cursor.shared, cursor.text, start, end);

/** The plain key from `start` to `keyEnd`. Merging is left to the library. */
export function keyOf(cursor: Cursor, start: number): string {
  const key = pieceFrom(cursor, start, cursor.keyEnd);
  if (key === '<<') throw beyond;
  return key;
}

/** Passes the spaces after an indicator; true, and nothing passed, when the line ends there but for a comment. */
export function endsLine(cursor: Cursor): boolean {
  const { text } = cursor;
  const from = cursor.at;
  let at = from;
  while (text.charCodeAt(at) === space) at += 1;
  const code = text.charCodeAt(at);
  if (isBreak(code) || (code === hash && at > from)) return true;
  cursor.at = at;
  return false;
}

/** From behind a value, after which only a comment may stand, to the next line with content. */
export function nextLine(cursor: Cursor): void {
  const { text } = cursor;
  const from = cursor.at;
  let at = from;
  while (isBlank(text.charCodeAt(at))) at += 1;
  const code = text.charCodeAt(at);
  if (code === lineFeed) lineFrom(cursor, at + 1);
  else if (code === carriageReturn) lineFrom(cursor, at + 2);
  else if (at >= text.length) endOfText(cursor);
  else if (code === hash && at > from) lineFrom(cursor, pastLine(text, at));
  else throw beyond;
}

/** From the start of a line to the first line with content, itself or a later one. */
export function lineFrom(cursor: Cursor, start: number): void {
  const { text } = cursor;
  let line = start;
  for (;;) {
    let at = line;
    while (text.charCodeAt(at) === space) at += 1;
    const code = text.charCodeAt(at);
    if (code > hash) return contentAt(cursor, at, at - line);
    if (code === lineFeed) line = at + 1;
    else if (code === carriageReturn) line = at + 2;
    else if (code === hash) line = pastLine(text, at);
    else if (at >= text.length) return endOfText(cursor);
    else if (code === tab) throw beyond;
    else return contentAt(cursor, at, at - line);
  }
}

function contentAt(cursor: Cursor, at: number, column: number): void {
  if (column === 0 && isMarker(cursor.text, at)) throw beyond;
  cursor.at = at;
  cursor.indent = column;
}

function endOfText(cursor: Cursor): void {
  cursor.at = cursor.text.length;
  cursor.indent = -1;
}

/** Whether `---` or `...` stands at the start of a line. */
export function isMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== dash && code !== dot) return false;
  return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code;
}

export function pastLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}
