import { reportDuplicates } from '../duplicates.ts';
import { emptyScalar } from '../empty-scalar.ts';
import type { ListNode, MapNode, Node } from '../node.ts';
import { blockScalar } from './block-scalar.ts';
import { colon, isBlankOrBreak, openingAt, opens, space } from './characters.ts';
import { beyond, endsLine, enter, keyOf, nextLine } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { flowCollection } from './flow.ts';
import { plainStop, plainValue, trimmed } from './plain.ts';
import { isQuotedKey, quotedScalar, quotedText } from './quoted.ts';
import { tagAt, withTag } from './tag.ts';

/** A map or list that is a document. */
export function blockRoot(cursor: Cursor): Node {
  return startsCollection(cursor) ? blockCollection(cursor) : refuse();
}

function refuse(): never {
  throw beyond;
}

/** The value on lines of its own, indented deeper than `parent`. */
function blockNode(cursor: Cursor, parent: number): Node {
  if (startsCollection(cursor)) return blockCollection(cursor);
  if (openingAt(cursor.text, cursor.at) === opens.block) throw beyond;
  return inlineNode(cursor, parent);
}

const startsCollection = (cursor: Cursor): boolean =>
  openingAt(cursor.text, cursor.at) === opens.dash || startsKey(cursor);

const blockCollection = (cursor: Cursor): Node =>
  openingAt(cursor.text, cursor.at) === opens.dash
    ? blockList(cursor, cursor.indent)
    : blockMap(cursor, cursor.indent);

function startsKey({ text, at }: Cursor): boolean {
  switch (openingAt(text, at)) {
    case opens.plain:
      return text.charCodeAt(plainStop(text, at)) === colon;
    case opens.quote:
      return isQuotedKey(text, at);
    default:
      return false;
  }
}

function blockMap(cursor: Cursor, column: number): MapNode {
  enter(cursor);
  const start = cursor.at;
  const base = cursor.entryCount;
  let end = start;
  do {
    const keyStart = cursor.at;
    const key = blockKey(cursor);
    const { keyEnd } = cursor;
    const value = mapValue(cursor, column);
    ({ end } = value);
    cursor.entries[cursor.entryCount] = { key, keyStart, keyEnd, value };
    cursor.entryCount += 1;
  } while (cursor.indent === column);
  if (cursor.indent > column) throw beyond;
  const entries = cursor.entries.slice(base, cursor.entryCount);
  cursor.entryCount = base;
  cursor.depth -= 1;
  reportDuplicates(cursor.file, entries, cursor.duplicates);
  return { kind: 'map', start, end, entries };
}

/** Leaves the cursor behind the colon. */
function blockKey(cursor: Cursor): string {
  const { text, at: start } = cursor;
  const opening = openingAt(text, start);
  if (opening === opens.quote && isQuotedKey(text, start)) return quotedBlockKey(cursor);
  if (opening !== opens.plain) throw beyond;
  const stop = plainStop(text, start);
  if (text.charCodeAt(stop) !== colon) throw beyond;
  cursor.at = stop + 1;
  cursor.keyEnd = trimmed(text, start, stop);
  return keyOf(cursor, start);
}

function quotedBlockKey(cursor: Cursor): string {
  const key = quotedText(cursor);
  cursor.keyEnd = cursor.at;
  while (cursor.text.charCodeAt(cursor.at) === space) cursor.at += 1;
  cursor.at += 1;
  return key;
}

/** What stands behind a colon, the key being at `column`. */
function mapValue(cursor: Cursor, column: number): Node {
  const empty = cursor.at;
  return endsLine(cursor) ? nested(cursor, column, { empty, inMap: true }) : inlineNode(cursor, column, true);
}

function blockList(cursor: Cursor, column: number): ListNode {
  enter(cursor);
  const start = cursor.at;
  const base = cursor.itemCount;
  let end = start;
  do {
    const item = listItem(cursor, column);
    ({ end } = item);
    cursor.items[cursor.itemCount] = item;
    cursor.itemCount += 1;
  } while (cursor.indent === column && openingAt(cursor.text, cursor.at) === opens.dash);
  if (cursor.indent > column) throw beyond;
  const items = cursor.items.slice(base, cursor.itemCount);
  cursor.itemCount = base;
  cursor.depth -= 1;
  return { kind: 'list', start, end, items };
}

/** What stands behind a dash at `column`; a map or list may begin on the same line. */
function listItem(cursor: Cursor, column: number): Node {
  const dash = cursor.at;
  cursor.at += 1;
  if (endsLine(cursor)) return nested(cursor, column, { empty: dash + 1, inMap: false });
  const inner = column + cursor.at - dash;
  if (openingAt(cursor.text, cursor.at) === opens.dash) return blockList(cursor, inner);
  return startsKey(cursor) ? blockMap(cursor, inner) : inlineNode(cursor, column);
}

interface Around {
  /** Where the value is if there is none. */
  readonly empty: number;
  /** The value of a map entry may be a list at the column of the key. */
  readonly inMap: boolean;
}

/** The value on the lines below, or null. */
function nested(cursor: Cursor, parent: number, { empty, inMap }: Around): Node {
  nextLine(cursor);
  if (cursor.indent > parent) return blockNode(cursor, parent);
  if (inMap && cursor.indent === parent && openingAt(cursor.text, cursor.at) === opens.dash)
    return blockList(cursor, parent);
  return emptyScalar(empty);
}

/** A value that begins here and is no block map or list. */
function inlineNode(cursor: Cursor, parent: number, inMap = false): Node {
  switch (openingAt(cursor.text, cursor.at)) {
    case opens.plain:
      return plainValue(cursor, parent);
    case opens.quote:
      return closed(cursor, quotedScalar(cursor));
    case opens.flow:
      return closed(cursor, flowCollection(cursor));
    case opens.block:
      return blockScalar(cursor, parent);
    case opens.tag:
      return tagged(cursor, parent, inMap);
    default:
      throw beyond;
  }
}

function closed(cursor: Cursor, node: Node): Node {
  nextLine(cursor);
  return node;
}

function tagged(cursor: Cursor, parent: number, inMap: boolean): Node {
  const start = cursor.at;
  const tag = tagAt(cursor);
  const empty = cursor.at;
  if (!isBlankOrBreak(cursor.text.charCodeAt(empty))) throw beyond;
  const value = endsLine(cursor) ? nested(cursor, parent, { empty, inMap }) : untagged(cursor, parent);
  if (value.tag !== undefined) throw beyond;
  return withTag(value, tag, start);
}

/** What stands on the line of a tag: nothing that has a key, which the tag would belong to. */
function untagged(cursor: Cursor, parent: number): Node {
  if (startsKey(cursor)) throw beyond;
  return inlineNode(cursor, parent);
}
