import { SyntaxFailure } from '../failure.ts';
import { forNames } from './for-names.ts';
import { endOf, expect, nameAt } from './parser.ts';
import type { Parser } from './parser.ts';
import type { DirectivePiece, Piece } from './piece.ts';

/** Reads the rest of `${…}`, whose opening was read last. */
export function interpolation(parser: Parser): Piece {
  const start = openingOf(parser);
  const value = parser.expression(parser);
  const { height } = parser;
  expect(parser, 'endTemplate', '"}" after the expression in "${ }"');
  return { kind: 'interpolation', start, end: endOf(parser), value, height };
}

/** Reads the rest of `%{…}`, whose opening was read last. */
export function directive(parser: Parser): DirectivePiece {
  const start = openingOf(parser);
  const word = nameAt(parser, '"if", "for", "else", "endif" or "endfor"');
  const content = contentOf(parser, word);
  if (!content) throw unknownDirective(parser, word);
  const { height } = parser;
  expect(parser, 'endTemplate', `"}" after "${word}"`);
  return { ...content, start, end: endOf(parser), height };
}

type Content<T = DirectivePiece> = T extends unknown ? Omit<T, 'start' | 'end' | 'height'> : never;

function contentOf(parser: Parser, word: string): Content | undefined {
  parser.height = 0;
  switch (word) {
    case 'if':
      return { kind: word, condition: parser.expression(parser) };
    case 'for':
      return { kind: word, ...forNames(parser), collection: parser.expression(parser) };
    case 'else':
    case 'endif':
    case 'endfor':
      return { kind: word };
    default:
      return undefined;
  }
}

const openingOf = (parser: Parser): number => parser.starts[parser.at - 1] ?? 0;

const unknownDirective = (parser: Parser, word: string): SyntaxFailure =>
  new SyntaxFailure(
    `A template has no directive ${JSON.stringify(word)}; there are "if", "for", "else", "endif" and "endfor"`,
    openingOf(parser),
    endOf(parser),
  );
