import * as char from './characters.ts';
import { emit, frameOf, pop, push } from './scanner.ts';
import type { Scanner } from './scanner.ts';
import type { TokenKind } from './tokens.ts';

/** Scans code until a template starts or ends. */
export function scanCode(scanner: Scanner): void {
  const { text, frame } = scanner;
  while (scanner.at < text.length && scanner.frame === frame) {
    const read = readers[text.charCodeAt(scanner.at)] ?? readOther;
    read(scanner);
  }
}

function readSpaces(scanner: Scanner): void {
  const { text } = scanner;
  let at = scanner.at + 1;
  while (text.charCodeAt(at) === char.space || text.charCodeAt(at) === char.tab) at += 1;
  scanner.at = at;
}

function readLineFeed(scanner: Scanner): void {
  const { kinds } = scanner;
  if (kinds[kinds.length - 1] === 'newline') scanner.at += 1;
  else emit(scanner, 'newline', scanner.at + 1);
}

function readCarriageReturn(scanner: Scanner): void {
  if (scanner.text.charCodeAt(scanner.at + 1) === char.lineFeed) scanner.at += 1;
  else emit(scanner, 'invalid', scanner.at + 1);
}

/** A comment ends before its line end, which counts. */
function readLineComment(scanner: Scanner): void {
  const { text, at } = scanner;
  const lineEnd = text.indexOf('\n', at);
  const end = lineEnd === -1 ? text.length : lineEnd;
  addComment(scanner, text.charCodeAt(end - 1) === char.carriageReturn ? end - 1 : end);
  scanner.at = end;
}

function readSlash(scanner: Scanner): void {
  const { text, at } = scanner;
  const next = text.charCodeAt(at + 1);
  if (next === char.slash) return readLineComment(scanner);
  const close = next === char.star ? text.indexOf('*/', at + 2) : -1;
  if (close === -1)
    return next === char.star ? emit(scanner, 'invalid', text.length) : emit(scanner, '/', at + 1);
  addComment(scanner, close + 2);
  scanner.at = close + 2;
}

function addComment({ comments, text, at }: Scanner, end: number): void {
  comments.push({ start: at, end, text: text.slice(at, end) });
}

function readQuote(scanner: Scanner): void {
  emit(scanner, 'openQuote', scanner.at + 1);
  push(scanner, frameOf('quoted'));
}

function readLess(scanner: Scanner): void {
  const { text, at } = scanner;
  const opening = text.charCodeAt(at + 1) === char.less ? heredocAt(text, at) : undefined;
  if (!opening)
    return emit(
      scanner,
      text.charAt(at + 1) === '=' ? '<=' : '<',
      at + (text.charAt(at + 1) === '=' ? 2 : 1),
    );
  emit(scanner, 'openHeredoc', opening.end);
  push(scanner, frameOf('heredoc', opening.marker));
}

/** `<<NAME` or `<<-NAME`, after which the line has to end at once. */
function heredocAt(text: string, at: number): { readonly marker: string; readonly end: number } | undefined {
  const start = at + (text.charCodeAt(at + 2) === char.minus ? 3 : 2);
  const width = char.nameStartWidth(text, start);
  if (width === 0) return undefined;
  const end = char.nameEnd(text, start + width);
  const lineEnd = text.charCodeAt(end) === char.carriageReturn ? end + 1 : end;
  if (text.charCodeAt(lineEnd) !== char.lineFeed) return undefined;
  return { marker: text.slice(start, end), end: lineEnd + 1 };
}

function readOpenBrace(scanner: Scanner): void {
  scanner.frame.braces += 1;
  emit(scanner, '{', scanner.at + 1);
}

function readCloseBrace(scanner: Scanner): void {
  if (scanner.outer.length > 0 && scanner.frame.braces === 0) return endTemplate(scanner, 1);
  scanner.frame.braces -= 1;
  emit(scanner, '}', scanner.at + 1);
}

function readTilde(scanner: Scanner): void {
  if (scanner.text.charCodeAt(scanner.at + 1) === char.closeBrace) endTemplate(scanner, 2);
  else emit(scanner, 'invalid', scanner.at + 1);
}

function endTemplate(scanner: Scanner, width: number): void {
  emit(scanner, 'endTemplate', scanner.at + width);
  if (scanner.frame.braces === 0) pop(scanner);
}

function readNumber(scanner: Scanner): void {
  number.lastIndex = scanner.at;
  number.test(scanner.text);
  emit(scanner, 'number', number.lastIndex);
}

/** As much as may be meant as a number, valid or not; a dot at its end is not part of it. */
const number = /\d(?:\d|\.+(?=\d|[eE][+-]?\d)|[eE][+-]?\d)*/y;

function readOther(scanner: Scanner): void {
  const { text, at } = scanner;
  const width = char.nameStartWidth(text, at);
  if (width > 0) emit(scanner, 'name', char.nameEnd(text, at + width));
  else emit(scanner, 'invalid', at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
}

/** Marks by their first character, the longest first. */
const marks: readonly (readonly TokenKind[])[] = [
  ['['],
  [']'],
  ['('],
  [')'],
  ['...', '.'],
  [','],
  ['::', ':'],
  ['?'],
  ['==', '=>', '='],
  ['!=', '!'],
  ['>=', '>'],
  ['&&'],
  ['||'],
  ['+'],
  ['-'],
  ['*'],
  ['%'],
];

const readMark =
  (kinds: readonly TokenKind[]) =>
  (scanner: Scanner): void => {
    const kind = kinds.find(mark => scanner.text.startsWith(mark, scanner.at));
    emit(scanner, kind ?? 'invalid', scanner.at + (kind ?? ' ').length);
  };

type Reader = (scanner: Scanner) => void;

const asciiReaders: readonly (readonly [characters: string, read: Reader])[] = [
  [' \t', readSpaces],
  ['\n', readLineFeed],
  ['\r', readCarriageReturn],
  ['#', readLineComment],
  ['/', readSlash],
  ['"', readQuote],
  ['<', readLess],
  ['{', readOpenBrace],
  ['}', readCloseBrace],
  ['~', readTilde],
  ['0123456789', readNumber],
  ...marks.map(kinds => [kinds[0]?.charAt(0) ?? '', readMark(kinds)] as const),
];

/** The reader of each ASCII character. */
const readers: readonly Reader[] = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return asciiReaders.find(([characters]) => characters.includes(character))?.[1] ?? readOther;
});
