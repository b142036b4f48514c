import type { SourceFile } from '../model/source.ts';
import { reportDuplicates } from './duplicates.ts';
import { attempt, maxDepth, SyntaxFailure, tooDeep } from './failure.ts';
import type { Document, Entry, Node, ScalarNode, SyntaxProblem } from './node.ts';
import { keyOf, pieceOf, sharedText } from './shared-text.ts';
import type { SharedText } from './shared-text.ts';

interface Reader {
  readonly file: SourceFile;
  readonly text: string;
  readonly duplicates: SyntaxProblem[];
  readonly shared: SharedText;
  /** Entries and items of the collections that are still open: arrays that grow by themselves waste memory. */
  readonly entries: Entry[];
  entryCount: number;
  readonly items: Node[];
  itemCount: number;
  at: number;
  depth: number;
}

/** Reads JSON, exactly what `JSON.parse` takes, with the place of every key and value. */
export function readJson(file: SourceFile): Document {
  const reader: Reader = {
    file,
    text: file.text,
    duplicates: [],
    shared: sharedText(),
    entries: [],
    entryCount: 0,
    items: [],
    itemCount: 0,
    at: 0,
    depth: 0,
  };
  return attempt(file, () => {
    const root = valueOf(reader);
    if (skipSpace(reader) < reader.text.length) throw unexpected(reader, 'the end of the file');
    return { ok: true, file, root, duplicates: reader.duplicates };
  });
}

function valueOf(reader: Reader): Node {
  const start = skipSpace(reader);
  switch (reader.text.charCodeAt(start)) {
    case quote:
      return stringNode(reader, start);
    case openBrace:
      return nested(reader, mapOf);
    case openBracket:
      return nested(reader, listOf);
    case lowerT:
      return word(reader, 'true', true);
    case lowerF:
      return word(reader, 'false', false);
    case lowerN:
      return word(reader, 'null', null);
    default:
      return numberNode(reader, start);
  }
}

function nested(reader: Reader, read: (reader: Reader) => Node): Node {
  reader.depth += 1;
  if (reader.depth > maxDepth) throw tooDeep(reader.at);
  const node = read(reader);
  reader.depth -= 1;
  return node;
}

function mapOf(reader: Reader): Node {
  const start = reader.at;
  const first = reader.entryCount;
  reader.at += 1;
  if (!closes(reader, closeBrace)) {
    do {
      const entry = entryAt(reader);
      reader.entries[reader.entryCount] = entry;
      reader.entryCount += 1;
    } while (goesOn(reader, closeBrace, '}'));
  }
  const entries = reader.entries.slice(first, reader.entryCount);
  reader.entryCount = first;
  reportDuplicates(reader.file, entries, reader.duplicates);
  return { kind: 'map', start, end: reader.at, entries };
}

function entryAt(reader: Reader): Entry {
  const keyStart = skipSpace(reader);
  if (reader.text.charCodeAt(keyStart) !== quote) throw unexpected(reader, 'a key in double quotes');
  const key = stringAt(reader, keyStart, keyOf);
  const keyEnd = reader.at;
  if (reader.text.charCodeAt(skipSpace(reader)) !== colon) throw unexpected(reader, '":"');
  reader.at += 1;
  return { key, keyStart, keyEnd, value: valueOf(reader) };
}

function listOf(reader: Reader): Node {
  const start = reader.at;
  const first = reader.itemCount;
  reader.at += 1;
  if (!closes(reader, closeBracket)) {
    do {
      const item = valueOf(reader);
      reader.items[reader.itemCount] = item;
      reader.itemCount += 1;
    } while (goesOn(reader, closeBracket, ']'));
  }
  const items = reader.items.slice(first, reader.itemCount);
  reader.itemCount = first;
  return { kind: 'list', start, end: reader.at, items };
}

function closes(reader: Reader, code: number): boolean {
  if (reader.text.charCodeAt(skipSpace(reader)) !== code) return false;
  reader.at += 1;
  return true;
}

function goesOn(reader: Reader, code: number, name: string): boolean {
  if (closes(reader, code)) return false;
  if (reader.text.charCodeAt(reader.at) !== comma) throw unexpected(reader, `"," or "${name}"`);
  reader.at += 1;
  return true;
}

function stringNode(reader: Reader, start: number): ScalarNode {
  const value = stringAt(reader, start, pieceOf);
  return { kind: 'scalar', start, end: reader.at, value, source: value, style: 'quoted' };
}

/** The string whose opening quote is at `start`; moves behind its closing quote. */
function stringAt(reader: Reader, start: number, take: typeof pieceOf): string {
  const { text } = reader;
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) break;
    if (code === backslash) return escapedString(reader, start);
    if (!(code >= space)) throw unfinished(reader, start, at);
    at += 1;
  }
  reader.at = at + 1;
  return take(reader.shared, text, start + 1, at);
}

function escapedString(reader: Reader, start: number): string {
  const { text } = reader;
  let at = start + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(at)) {
    if (!(code >= space)) throw unfinished(reader, start, at);
    at += code === backslash ? escapeLength(reader, at) : 1;
  }
  reader.at = at + 1;
  const value: unknown = JSON.parse(text.slice(start, reader.at));
  return String(value);
}

function escapeLength({ text }: Reader, at: number): number {
  const [escape] = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at, at + 6)) ?? [];
  if (escape) return escape.length;
  throw new SyntaxFailure(
    'This string holds an escape that JSON does not have',
    at,
    Math.min(at + 2, text.length),
  );
}

function unfinished({ text }: Reader, start: number, at: number): SyntaxFailure {
  if (at >= text.length) return new SyntaxFailure('This string has no closing quote', start, at);
  return new SyntaxFailure(
    'This string holds a line break or control character; JSON wants it escaped',
    at,
    at + 1,
  );
}

function word(reader: Reader, source: string, value: boolean | null): ScalarNode {
  const start = reader.at;
  if (!reader.text.startsWith(source, start)) throw unexpected(reader, 'a value');
  reader.at = start + source.length;
  return { kind: 'scalar', start, end: reader.at, value, source, style: 'plain' };
}

function numberNode(reader: Reader, start: number): ScalarNode {
  number.lastIndex = start;
  const [source] = number.exec(reader.text) ?? [''];
  if (source === '') throw unexpected(reader, 'a value');
  reader.at = start + source.length;
  return { kind: 'scalar', start, end: reader.at, value: Number(source), source, style: 'plain' };
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function skipSpace(reader: Reader): number {
  const { text } = reader;
  let { at } = reader;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== space && code !== lineFeed && code !== carriageReturn && code !== tab) break;
    at += 1;
  }
  reader.at = at;
  return at;
}

function unexpected({ text, at }: Reader, expected: string): SyntaxFailure {
  if (at >= text.length) return new SyntaxFailure(`Expected ${expected}, but the file ends`, at);
  const [found = ''] = /^(?:[\w.+-]+|.)/su.exec(text.slice(at, at + 30)) ?? [];
  return new SyntaxFailure(`Expected ${expected}, found ${JSON.stringify(found)}`, at, at + found.length);
}

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 34;
const comma = 44;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const lowerF = 102;
const lowerN = 110;
const lowerT = 116;
const openBrace = 123;
const closeBrace = 125;
