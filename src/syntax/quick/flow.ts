import { reportDuplicates } from '../duplicates.ts';
import type { Node, ScalarNode } from '../node.ts';
import {
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  hash,
  isBlank,
  isBlankOrBreak,
  isBreak,
  lineFeed,
  openBrace,
  openBracket,
  openingAt,
  opens,
  space,
} from './characters.ts';
import { beyond, enter, isMarker, keyOf, pastLine, pieceFrom } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { plainNode, trimmed } from './plain.ts';
import { quotedScalar, quotedText } from './quoted.ts';
import { tagAt, withTag } from './tag.ts';

/** A list in `[]` or a map in `{}`; leaves the cursor behind the closing bracket. */
export function flowCollection(cursor: Cursor): Node {
  enter(cursor);
  const node = cursor.text.charCodeAt(cursor.at) === openBracket ? flowList(cursor) : flowMap(cursor);
  cursor.depth -= 1;
  return node;
}

function flowList(cursor: Cursor): Node {
  const start = cursor.at;
  const base = cursor.itemCount;
  cursor.at += 1;
  while (!closes(cursor, closeBracket)) {
    const item = flowValue(cursor);
    cursor.items[cursor.itemCount] = item;
    cursor.itemCount += 1;
    separate(cursor, closeBracket);
  }
  const items = cursor.items.slice(base, cursor.itemCount);
  cursor.itemCount = base;
  return { kind: 'list', start, end: cursor.at, items };
}

function flowMap(cursor: Cursor): Node {
  const start = cursor.at;
  const base = cursor.entryCount;
  cursor.at += 1;
  while (!closes(cursor, closeBrace)) {
    const keyStart = cursor.at;
    const key = flowKey(cursor);
    const { keyEnd } = cursor;
    const value = flowValue(cursor);
    cursor.entries[cursor.entryCount] = { key, keyStart, keyEnd, value };
    cursor.entryCount += 1;
    separate(cursor, closeBrace);
  }
  const entries = cursor.entries.slice(base, cursor.entryCount);
  cursor.entryCount = base;
  reportDuplicates(cursor.file, entries, cursor.duplicates);
  return { kind: 'map', start, end: cursor.at, entries };
}

function closes(cursor: Cursor, bracket: number): boolean {
  skipSpace(cursor);
  if (cursor.text.charCodeAt(cursor.at) !== bracket) return false;
  cursor.at += 1;
  return true;
}

function separate(cursor: Cursor, bracket: number): void {
  skipSpace(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === comma) cursor.at += 1;
  else if (code !== bracket) throw beyond;
}

/** Passes spaces, line breaks and comments. */
function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  for (;;) {
    const code = text.charCodeAt(cursor.at);
    if (code === space || code === carriageReturn) cursor.at += 1;
    else if (code === lineFeed) startLine(cursor, cursor.at + 1);
    else if (code === hash && isBlankOrBreak(text.charCodeAt(cursor.at - 1)))
      startLine(cursor, pastLine(text, cursor.at));
    else return;
  }
}

function startLine(cursor: Cursor, at: number): void {
  if (isMarker(cursor.text, at)) throw beyond;
  cursor.at = at;
}

function flowValue(cursor: Cursor): Node {
  skipSpace(cursor);
  switch (openingAt(cursor.text, cursor.at)) {
    case opens.plain:
      return plainInFlow(cursor);
    case opens.quote:
      return quotedScalar(cursor);
    case opens.flow:
      return flowCollection(cursor);
    case opens.tag:
      return taggedInFlow(cursor);
    default:
      throw beyond;
  }
}

function taggedInFlow(cursor: Cursor): Node {
  const start = cursor.at;
  const tag = tagAt(cursor);
  if (!isBlankOrBreak(cursor.text.charCodeAt(cursor.at))) throw beyond;
  skipSpace(cursor);
  if (openingAt(cursor.text, cursor.at) === opens.tag) throw beyond;
  return withTag(flowValue(cursor), tag, start);
}

function plainInFlow(cursor: Cursor): ScalarNode {
  const start = cursor.at;
  const stop = plainStopInFlow(cursor.text, start);
  if (cursor.text.charCodeAt(stop) === colon) throw beyond;
  const end = trimmed(cursor.text, start, stop);
  cursor.at = end;
  return plainNode(pieceFrom(cursor, start, end), start, end);
}

function flowKey(cursor: Cursor): string {
  const { text, at: start } = cursor;
  const opening = openingAt(text, start);
  if (opening === opens.quote) return quotedFlowKey(cursor);
  if (opening !== opens.plain) throw beyond;
  const stop = plainStopInFlow(text, start);
  if (text.charCodeAt(stop) !== colon) throw beyond;
  cursor.at = stop + 1;
  cursor.keyEnd = trimmed(text, start, stop);
  return keyOf(cursor, start);
}

function quotedFlowKey(cursor: Cursor): string {
  const { text, at: start } = cursor;
  const key = quotedText(cursor);
  cursor.keyEnd = cursor.at;
  while (text.charCodeAt(cursor.at) === space) cursor.at += 1;
  if (text.charCodeAt(cursor.at) !== colon || text.slice(start, cursor.at).includes('\n')) throw beyond;
  cursor.at += 1;
  return key;
}

/** Where a plain scalar stops within brackets: at a `:`, a bracket, a comma, a comment or the end of the line. */
function plainStopInFlow(text: string, start: number): number {
  if (text.charCodeAt(start) === dash && isIndicator(text.charCodeAt(start + 1))) throw beyond;
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (isIndicator(code) || isBreak(code)) return at;
    if (code === hash && isBlank(text.charCodeAt(at - 1))) return at;
    if (code === colon && endsKey(text.charCodeAt(at + 1))) return at;
  }
}

const endsKey = (next: number): boolean => isBlankOrBreak(next) || isIndicator(next);

const isIndicator = (code: number): boolean =>
  code === comma ||
  code === openBracket ||
  code === closeBracket ||
  code === openBrace ||
  code === closeBrace;
