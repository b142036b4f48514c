import type { ScalarNode } from '../node.ts';
import { carriageReturn, isBlankOrBreak, lineFeed, space, tab } from './characters.ts';
import { beyond, lineFrom, pastLine } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { trimmed } from './plain.ts';

interface Header {
  readonly folded: boolean;
  /** The digit in the header, 0 when there is none. */
  readonly indent: number;
  readonly chomp: 'clip' | 'strip' | 'keep';
  /** Of the header and its comment. */
  readonly end: number;
  /** The start of the first line of content. */
  readonly next: number;
}

interface Line {
  /** How many spaces it begins with. */
  readonly indent: number;
  /** Where the spaces begin. */
  readonly start: number;
  /** Without the line break; `start + indent` for a blank line. */
  readonly end: number;
}

interface Body {
  readonly lines: readonly Line[];
  /** How many of the lines hold content: the blank ones at the end are left out. */
  readonly filled: number;
  readonly indent: number;
  /** Where the line after the last one starts. */
  readonly next: number;
  /** False when the text ends within the last line. */
  readonly closed: boolean;
}

/** A literal or folded block, whose content is indented deeper than `parent`. */
export function blockScalar(cursor: Cursor, parent: number): ScalarNode {
  const start = cursor.at;
  const header = headerAt(cursor.text, start);
  const body = bodyOf(cursor.text, header, parent);
  const last = body.lines[body.filled - 1];
  const value = last ? textOf(cursor.text, header, body) : emptyText(header, body);
  const end = last ? endOf(cursor.text, last) : header.end;
  lineFrom(cursor, body.next);
  return { kind: 'scalar', start, end, value, source: value, style: 'block' };
}

/** Where the text before the end of a line ends, without white space. */
function endOf(text: string, line: Line): number {
  let at = line.end;
  while (isBlankOrBreak(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function headerAt(text: string, start: number): Header {
  headerForm.lastIndex = start;
  const [, mark, digit = '', sign = '', signFirst = sign, digitLast = digit] = headerForm.exec(text) ?? [];
  if (!mark) throw beyond;
  const next = headerForm.lastIndex;
  return {
    folded: mark === '>',
    indent: Number(digitLast),
    chomp: signFirst === '' ? 'clip' : signFirst === '-' ? 'strip' : 'keep',
    end: trimmed(text, start, lineEnd(text, next)),
    next,
  };
}

const headerForm = /([|>])(?:([1-9])?([+-])?|([+-])([1-9]))(?: *| +#.*)\r?\n/y;

/** Where the line ends that `next` is behind, without its break. */
function lineEnd(text: string, next: number): number {
  if (text.charCodeAt(next - 1) !== lineFeed) return next;
  return text.charCodeAt(next - 2) === carriageReturn ? next - 2 : next - 1;
}

function bodyOf(text: string, header: Header, parent: number): Body {
  const lines: Line[] = [];
  const given = header.indent === 0 ? undefined : parent + header.indent;
  let indent = Number.POSITIVE_INFINITY;
  let filled = 0;
  let start = header.next;
  for (; start < text.length; start = pastLine(text, start)) {
    const line = lineAt(text, start);
    if (!isEmpty(line)) {
      if (filled === 0) indent = given ?? line.indent;
      if (line.indent < indent || indent <= parent) break;
      if (filled === 0) refuseWider(lines, indent);
      filled = lines.length + 1;
    } else if (line.end === text.length) throw beyond;
    lines.push(line);
  }
  refuseWider(lines.slice(filled), indent);
  return { lines, filled, indent, next: start, closed: text.charCodeAt(start - 1) === lineFeed };
}

/** Blank lines at the edges of the content that are wider than it: content themselves, or an error. */
function refuseWider(lines: readonly Line[], indent: number): void {
  if (lines.some(line => line.indent > indent)) throw beyond;
}

const isEmpty = (line: Line): boolean => line.start + line.indent === line.end;

function lineAt(text: string, start: number): Line {
  let at = start;
  while (text.charCodeAt(at) === space) at += 1;
  return { start, indent: at - start, end: lineEnd(text, pastLine(text, start)) };
}

function textOf(text: string, header: Header, { lines, filled, indent, closed }: Body): string {
  const content = lines.slice(0, filled);
  const written = header.folded ? folded(text, content, indent) : literal(text, content, indent);
  if (!closed || header.chomp === 'strip') return written;
  return written + '\n'.repeat(header.chomp === 'keep' ? lines.length - filled + 1 : 1);
}

const emptyText = ({ chomp }: Header, { lines }: Body): string =>
  chomp === 'keep' ? '\n'.repeat(lines.length) : '';

const literal = (text: string, lines: readonly Line[], indent: number): string =>
  lines.map(line => contentOf(text, line, indent)).join('\n');

const contentOf = (text: string, { start, end }: Line, indent: number): string =>
  text.slice(Math.min(start + indent, end), end);

/** One break between lines is a space, unless one of them is indented deeper than the block. */
function folded(text: string, lines: readonly Line[], indent: number): string {
  let value = '';
  let blanks = 0;
  let previous: boolean | undefined;
  for (const line of lines) {
    const deeper = line.indent > indent || text.charCodeAt(line.start + indent) === tab;
    if (isEmpty(line) && !deeper) blanks += 1;
    else {
      value += between(previous, deeper, blanks) + contentOf(text, line, indent);
      blanks = 0;
      previous = deeper;
    }
  }
  return value;
}

function between(previous: boolean | undefined, deeper: boolean, blanks: number): string {
  if (previous === undefined) return '\n'.repeat(blanks);
  if (previous || deeper) return '\n'.repeat(blanks + 1);
  return blanks === 0 ? ' ' : '\n'.repeat(blanks);
}
