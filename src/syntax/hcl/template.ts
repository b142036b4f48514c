import { SyntaxFailure } from '../failure.ts';
import type { Literal, Template } from './ast.ts';
import { directive, interpolation } from './directive.ts';
import { unescaped } from './escapes.ts';
import { endOf, peek, raise, read, textOf, unexpected, within } from './parser.ts';
import type { Parser } from './parser.ts';
import { textFrom } from './piece.ts';
import type { Piece, TextPiece } from './piece.ts';
import { templateParts } from './template-parts.ts';
import { flushLines, trimEnd, trimStart } from './template-space.ts';

/** Reads a string in quotes or a heredoc. */
export function template(parser: Parser): Literal | Template {
  const opening = read(parser);
  const start = parser.starts[opening] ?? 0;
  const quoted = parser.tokens.kinds[opening] === 'openQuote';
  if (quoted && parser.tokens.kinds[opening + 2] === 'closeQuote' && peek(parser) === 'text') {
    return simpleText(parser, start);
  }
  const pieces = piecesUntil(parser, quoted ? 'closeQuote' : 'closeHeredoc', opening);
  read(parser);
  if (textOf(parser, opening).startsWith('<<-')) flushLines(pieces);
  return templateOf(parser, pieces, start, endOf(parser));
}

/** Most strings are one piece of text. */
function simpleText(parser: Parser, start: number): Literal {
  const { text } = textPiece(parser, true);
  read(parser);
  parser.height = 1;
  return { kind: 'literal', start, end: endOf(parser), value: text.normalize() };
}

/** Reads a text that is one template. */
export function wholeTemplate(parser: Parser): Literal | Template {
  const pieces = piecesUntil(parser, 'end', parser.at);
  return templateOf(parser, pieces, parser.starts[0] ?? 0, parser.starts.at(-1) ?? 0);
}

function piecesUntil(parser: Parser, close: 'closeQuote' | 'closeHeredoc' | 'end', opening: number): Piece[] {
  const pieces: Piece[] = [];
  let trimNext = false;
  for (let kind = peek(parser); kind !== close; kind = peek(parser)) {
    if (kind === 'text') {
      const piece = textPiece(parser, close === 'closeQuote');
      pieces.push(trimNext ? trimStart(piece) : piece);
      trimNext = false;
    } else {
      if (kind !== '${' && kind !== '%{') throw unfinished(parser, opening);
      const opener = read(parser);
      if (textOf(parser, opener).endsWith('~')) trimEnd(pieces);
      pieces.push(within(parser, false, kind === '${' ? interpolation : directive));
      trimNext = textOf(parser, parser.at - 1).startsWith('~');
    }
  }
  return pieces;
}

function textPiece(parser: Parser, quoted: boolean): TextPiece {
  const index = read(parser);
  const start = parser.starts[index] ?? 0;
  const end = parser.ends[index] ?? start;
  return { kind: 'text', start, end, text: unescaped(textOf(parser, index), quoted, start), height: 0 };
}

function unfinished(parser: Parser, opening: number): SyntaxFailure {
  const kind = peek(parser);
  if (kind !== 'end') return unexpected(parser, 'the end of the text');
  const text = textOf(parser, opening).trimEnd();
  const message = text.startsWith('<<')
    ? `This heredoc has no end: a line with nothing but ${text.replace(/^<<-?/, '')}`
    : 'This string has no closing quote';
  return new SyntaxFailure(message, parser.starts[opening] ?? 0, parser.ends[opening]);
}

function templateOf(
  parser: Parser,
  pieces: readonly Piece[],
  start: number,
  end: number,
): Literal | Template {
  if (pieces.every(piece => piece.kind === 'text')) {
    parser.height = 1;
    return { kind: 'literal', start, end, value: textFrom(pieces) };
  }
  const wrap = pieces.length === 1 && pieces[0]?.kind === 'interpolation';
  const parts = templateParts(parser, pieces);
  raise(
    parser,
    pieces.reduce((highest, { height }) => Math.max(highest, height), parser.height),
  );
  return { kind: 'template', start, end, parts, wrap };
}
