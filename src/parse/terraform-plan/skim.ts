import { maxDepth, SyntaxFailure, tooDeep } from '../../syntax/failure.ts';

/** A value in a JSON text: UTF-16 offsets, `end` exclusive. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface Member extends Piece {
  readonly key: string;
}

/**
 * The members of the object at `at`, and where their values stand; nothing else is read. A plan may have hundreds of
 * megabytes, and most of it says what another part says as well.
 */
export function* membersOf(text: string, at: number): Generator<Member> {
  let next = openingOf(text, at, openBrace);
  while (text.charCodeAt(next) !== closeBrace) {
    if (text.charCodeAt(next) !== quote) throw unexpected(text, next);
    const keyEnd = endOfString(text, next);
    const key: unknown = JSON.parse(text.slice(next, keyEnd));
    const colonAt = skipSpace(text, keyEnd);
    if (text.charCodeAt(colonAt) !== colon) throw unexpected(text, colonAt);
    const start = skipSpace(text, colonAt + 1);
    const end = endOfValue(text, start);
    yield { key: String(key), start, end };
    next = nextPart(text, end, closeBrace);
  }
}

/** The items of the list at `at`. */
export function* itemsOf(text: string, at: number): Generator<Piece> {
  let start = openingOf(text, at, openBracket);
  while (text.charCodeAt(start) !== closeBracket) {
    const end = endOfValue(text, start);
    yield { start, end };
    start = nextPart(text, end, closeBracket);
  }
}

/** The value of a piece; throws `SyntaxError` when it is no JSON. */
export function valueOf(text: string, { start, end }: Piece): unknown {
  const value: unknown = JSON.parse(text.slice(start, end));
  return value;
}

function openingOf(text: string, at: number, bracket: number): number {
  const start = skipSpace(text, at);
  if (text.charCodeAt(start) !== bracket) throw unexpected(text, start);
  return skipSpace(text, start + 1);
}

function nextPart(text: string, end: number, close: number): number {
  const next = skipSpace(text, end);
  const code = text.charCodeAt(next);
  if (code === close) return next;
  if (code !== comma) throw unexpected(text, next);
  const part = skipSpace(text, next + 1);
  if (text.charCodeAt(part) === close) throw unexpected(text, part);
  return part;
}

function endOfValue(text: string, start: number): number {
  const code = text.charCodeAt(start);
  if (code === quote) return endOfString(text, start);
  if (code === openBrace || code === openBracket) return endOfNested(text, start);
  let at = start;
  while (isWord(text.charCodeAt(at))) at += 1;
  if (at === start) throw unexpected(text, at);
  return at;
}

function endOfNested(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      continue;
    }
    if (code === openBrace || code === openBracket) depth += 1;
    else if (code === closeBrace || code === closeBracket) depth -= 1;
    else if (Number.isNaN(code)) throw unexpected(text, at);
    if (depth > maxDepth) throw tooDeep(at);
    at += 1;
    if (depth === 0) return at;
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (Number.isNaN(code)) throw new SyntaxFailure('This string has no closing quote', start, at);
    at += code === backslash ? 2 : 1;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== space && code !== lineFeed && code !== carriageReturn && code !== tab) return at;
    at += 1;
  }
}

/** Letters, digits and the marks of numbers. */
const isWord = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2b ||
  code === 0x2d ||
  code === 0x2e ||
  code === 0x45;

const unexpected = (text: string, at: number): SyntaxFailure =>
  new SyntaxFailure(
    at >= text.length ? 'The file ends here, and the plan does not' : 'This is not JSON',
    Math.min(at, text.length),
  );

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
const openBrace = 123;
const closeBrace = 125;
