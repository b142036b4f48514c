import * as char from './characters.ts';
import { emit, frameOf, pop, push } from './scanner.ts';
import type { Scanner } from './scanner.ts';

/** Scans a string in quotes until it ends or code starts in it. */
export function scanQuoted(scanner: Scanner): void {
  const { text, frame } = scanner;
  while (scanner.at < text.length && scanner.frame === frame) {
    const code = text.charCodeAt(scanner.at);
    if (code === char.quote) closeQuote(scanner);
    else if (char.isBreak(code)) breakOff(scanner);
    else if (isSigil(code)) readSigil(scanner, code);
    else emit(scanner, 'text', quotedEnd(text, scanner.at));
  }
}

function closeQuote(scanner: Scanner): void {
  emit(scanner, 'closeQuote', scanner.at + 1);
  pop(scanner);
}

/** A string cannot hold a line break: what follows is scanned as if it, and all that it stands in, had ended. */
function breakOff(scanner: Scanner): void {
  emit(scanner, 'line break', scanner.at + 1);
  scanner.at -= 1;
  while (scanner.outer.length > 0 && scanner.frame.mode !== 'heredoc') pop(scanner);
}

function quotedEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === char.backslash && !char.isBreak(text.charCodeAt(at + 1))) at += 2;
    else if (code === char.quote || char.isBreak(code) || isSigil(code) || !(code >= 0)) break;
    else at += 1;
  }
  return Math.min(at, text.length);
}

const isSigil = (code: number): boolean => code === char.dollar || code === char.percent;

/** `${`, `%{`, their escapes `$${`, `%%{`, or the character as text. */
function readSigil(scanner: Scanner, code: number): void {
  const { text, at } = scanner;
  const next = text.charCodeAt(at + 1);
  if (next === char.openBrace) openTemplate(scanner, code);
  else if (next === code && text.charCodeAt(at + 2) === char.openBrace)
    emit(scanner, 'text', pastTilde(text, at + 3));
  else emit(scanner, 'text', at + 1);
}

function openTemplate(scanner: Scanner, code: number): void {
  emit(scanner, code === char.dollar ? '${' : '%{', pastTilde(scanner.text, scanner.at + 2));
  push(scanner, frameOf('code'));
}

const pastTilde = (text: string, at: number): number => (text.charCodeAt(at) === char.tilde ? at + 1 : at);

/**
 * Scans a heredoc until it ends or code starts in it. Where pieces of text begin and end matters: a trim (`~`) and
 * the indentation of `<<-` each concern one piece.
 */
export function scanHeredoc(scanner: Scanner): void {
  const { text, frame } = scanner;
  while (scanner.at < text.length && scanner.frame === frame) {
    const code = text.charCodeAt(scanner.at);
    if (isSigil(code)) heredocSigil(scanner, code);
    else heredocLine(scanner, lineEnd(text, scanner.at));
  }
}

function heredocSigil(scanner: Scanner, code: number): void {
  const { text, at, frame } = scanner;
  const next = text.charCodeAt(at + 1);
  frame.lineStart = false;
  // The reference takes a lone `$` together with the character behind it when a line break follows.
  const joined = next < 128 && next !== char.openBrace && char.isBreak(text.charCodeAt(at + 2));
  if (joined) emit(scanner, 'text', at + 2);
  else readSigil(scanner, code);
}

function lineEnd(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (char.isBreak(code) || isSigil(code) || !(code >= 0)) return at;
    at += 1;
  }
}

/** The rest of a line, up to `end` where the line or its plain text ends. */
function heredocLine(scanner: Scanner, end: number): void {
  const { text, at, frame } = scanner;
  const width = breakWidth(text, end);
  if (frame.lineStart && width > 0 && isMarker(text.slice(at, end), frame.marker)) {
    emit(scanner, 'closeHeredoc', end);
    return pop(scanner);
  }
  if (end === at && width === 0) return loneReturn(scanner);
  frame.lineStart = width > 0;
  emit(scanner, 'text', end + width);
}

/** A carriage return without a line feed: in a heredoc a mistake; a text that is one template is plain from there on. */
function loneReturn(scanner: Scanner): void {
  if (scanner.frame.marker === undefined) emit(scanner, 'text', scanner.text.length);
  else emit(scanner, 'invalid', scanner.at + 1);
}

/** The marker may be indented, whatever the heredoc. */
const isMarker = (line: string, marker: string | undefined): boolean =>
  marker !== undefined &&
  line.includes(marker) &&
  char.withoutTrailingSpace(char.withoutLeadingSpace(line)) === marker;

function breakWidth(text: string, at: number): number {
  if (text.charCodeAt(at) === char.lineFeed) return 1;
  return text.charCodeAt(at) === char.carriageReturn && text.charCodeAt(at + 1) === char.lineFeed ? 2 : 0;
}
