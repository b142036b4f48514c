import type { ScalarNode } from '../node.ts';
import { backslash, colon, doubleQuote, isBlankOrBreak, singleQuote, space } from './characters.ts';
import { beyond, pieceFrom } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { foldBreaks, foldedRun } from './folding.ts';

/** A scalar in quotes; leaves the cursor behind the closing one. */
export function quotedScalar(cursor: Cursor): ScalarNode {
  const start = cursor.at;
  const value = quotedText(cursor);
  return { kind: 'scalar', start, end: cursor.at, value, source: value, style: 'quoted' };
}

export function quotedText(cursor: Cursor): string {
  const { text, at: start } = cursor;
  const close = closingQuote(text, start);
  cursor.at = close + 1;
  return text.charCodeAt(start) === singleQuote
    ? singleQuoted(pieceFrom(cursor, start + 1, close))
    : doubleQuoted(pieceFrom(cursor, start + 1, close));
}

/** Whether the quotes that open here make a key, on one line. */
export function isQuotedKey(text: string, start: number): boolean {
  let at = closingQuote(text, start) + 1;
  const line = text.indexOf('\n', start);
  if (line !== -1 && line < at) return false;
  while (text.charCodeAt(at) === space) at += 1;
  return text.charCodeAt(at) === colon && isBlankOrBreak(text.charCodeAt(at + 1));
}

function closingQuote(text: string, start: number): number {
  const close =
    text.charCodeAt(start) === singleQuote ? closingSingle(text, start) : closingDouble(text, start);
  if (close === -1) throw beyond;
  return close;
}

function closingSingle(text: string, start: number): number {
  let at = text.indexOf("'", start + 1);
  while (at !== -1 && text.charCodeAt(at + 1) === singleQuote) at = text.indexOf("'", at + 2);
  return at;
}

function closingDouble(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === doubleQuote) return at;
    if (code === backslash) at += 1;
  }
  return -1;
}

function singleQuoted(raw: string): string {
  const folded = unquoted(raw);
  return folded.includes("''") ? folded.replaceAll("''", "'") : folded;
}

function doubleQuoted(raw: string): string {
  if (!raw.includes('\\')) return unquoted(raw);
  refuseMarkers(raw);
  return raw.replaceAll(/\\(?:\r?\n[ \t]*|x.{2}|u.{4}|U.{8}|.)|[ \t\r\n]+/gs, part =>
    part.startsWith('\\') ? unescaped(part) : foldedRun(part),
  );
}

function unquoted(raw: string): string {
  refuseMarkers(raw);
  return foldBreaks(raw);
}

function refuseMarkers(raw: string): void {
  if (raw.includes('\n---') || raw.includes('\n...')) throw beyond;
}

function unescaped(escape: string): string {
  if (/^\\\r?\n/.test(escape)) return '';
  const short = shortEscapes.get(escape.slice(1));
  if (short !== undefined) return short;
  const digits = escape.slice(2);
  if (!/^[\da-f]+$/i.test(digits)) throw beyond;
  const code = Number.parseInt(digits, 16);
  if (code > 0x10_ff_ff) throw beyond;
  return String.fromCodePoint(code);
}

const shortEscapes = new Map([
  ['0', '\0'],
  ['a', '\u0007'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001B'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\u0085'],
  ['_', '\u00A0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
