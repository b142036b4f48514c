import { SyntaxFailure } from '../failure.ts';
import type { Attribute, Block, Body, Label } from './ast.ts';
import { unescaped } from './escapes.ts';
import { looksLikeHeader } from './header.ts';
import { deeper, endOf, expect, peek, read, startOf, take, textOf, unexpected } from './parser.ts';
import type { Parser } from './parser.ts';

/** Lists that a body is read into. */
export interface OpenBody {
  readonly attributes: Attribute[];
  readonly blocks: Block[];
  /** The names of the attributes, once there are many. */
  names?: Set<string>;
}

export const openBody = (): OpenBody => ({ attributes: [], blocks: [] });

/** Reads an attribute or a block, and the end of its line. */
export function bodyItem(parser: Parser, into: OpenBody): void {
  const index = expect(parser, 'name', 'an argument or a block');
  switch (peek(parser)) {
    case '=':
      addAttribute(parser, index, into);
      endLine(parser, 'argument');
      return;
    case 'openQuote':
    case 'name':
    case '{':
      into.blocks.push(deeper(parser, () => block(parser, index)));
      endLine(parser, 'block');
      return;
    default:
      throw unexpected(parser, '"=" and a value, or "{" and a block');
  }
}

function endLine(parser: Parser, what: string): void {
  const kind = peek(parser);
  if (kind === 'newline') read(parser);
  else if (kind !== 'end') throw unexpected(parser, `a new line after this ${what}`);
}

/** Reads `= value` of the name at `index`. */
function addAttribute(parser: Parser, index: number, into: OpenBody): void {
  read(parser);
  const name = textOf(parser, index);
  const start = parser.starts[index] ?? 0;
  const nameEnd = parser.ends[index] ?? start;
  if (has(into, name)) throw new SyntaxFailure(`${name} is set twice here`, start, nameEnd);
  const value = parser.expression(parser);
  into.attributes.push({ start, end: value.end, name, nameEnd, value });
  into.names?.add(name);
}

/** Without a set for each of the many bodies that have a few attributes. */
function has(into: OpenBody, name: string): boolean {
  const { attributes } = into;
  if (attributes.length <= few) return attributes.some(attribute => attribute.name === name);
  into.names ??= new Set(attributes.map(attribute => attribute.name));
  return into.names.has(name);
}

const few = 12;

function block(parser: Parser, index: number): Block {
  const start = parser.starts[index] ?? 0;
  const type = textOf(parser, index);
  const labels: Label[] = [];
  while (peek(parser) === 'openQuote' || peek(parser) === 'name') labels.push(label(parser));
  const headerEnd = endOf(parser);
  expect(parser, '{', '"{" and the content of the block');
  const body = blockBody(parser, start, headerEnd);
  return { start, end: endOf(parser), type, labels, headerEnd, body };
}

function label(parser: Parser): Label {
  const index = read(parser);
  const start = parser.starts[index] ?? 0;
  if (parser.tokens.kinds[index] === 'name')
    return { start, end: endOf(parser), text: textOf(parser, index) };
  let text = '';
  while (peek(parser) === 'text') {
    const at = read(parser);
    text += unescaped(textOf(parser, at), true, parser.starts[at] ?? start);
  }
  expect(parser, 'closeQuote', 'the end of the label, which holds no template');
  return { start, end: endOf(parser), text };
}

function blockBody(parser: Parser, header: number, headerEnd: number): Body {
  const start = endOf(parser);
  const into = openBody();
  const isLine = peek(parser) !== 'newline' && peek(parser) !== '}' && peek(parser) !== 'end';
  if (isLine) lineItem(parser, into);
  else while (goesOn(parser, header, headerEnd)) bodyItem(parser, into);
  const end = startOf(parser);
  expect(parser, '}', '"}" on this line, after the one argument that a block of one line may have');
  return { start, end, attributes: into.attributes, blocks: into.blocks };
}

/** The one argument of a block that is written on one line. */
function lineItem(parser: Parser, into: OpenBody): void {
  const index = expect(parser, 'name', 'an argument');
  if (peek(parser) !== '=')
    throw unexpected(parser, '"=" and a value; a block of one line may have one argument only');
  addAttribute(parser, index, into);
}

function goesOn(parser: Parser, header: number, headerEnd: number): boolean {
  take(parser, 'newline');
  const kind = peek(parser);
  if (kind === 'end' || (parser.strict && looksLikeHeader(parser, parser.at))) {
    throw new SyntaxFailure('This block has no closing brace', header, headerEnd);
  }
  return kind !== '}';
}
