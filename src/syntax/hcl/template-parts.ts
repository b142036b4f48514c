import { SyntaxFailure } from '../failure.ts';
import type { TemplateFor, TemplateIf, TemplatePart } from './ast.ts';
import { deeper } from './parser.ts';
import type { Parser } from './parser.ts';
import { textFrom } from './piece.ts';
import type { DirectivePiece, ForPiece, IfPiece, Piece, TextPiece } from './piece.ts';

/** The walk along the pieces of a template. */
interface Walk {
  readonly parser: Parser;
  readonly pieces: readonly Piece[];
  at: number;
  /** How deep directives are nested, for the height of the template. */
  depth: number;
  deepest: number;
}

/** Joins texts, leaves out empty ones, and nests what stands between `%{if}`, `%{for}` and their ends. */
export function templateParts(parser: Parser, pieces: readonly Piece[]): readonly TemplatePart[] {
  const walk: Walk = { parser, pieces, at: 0, depth: 0, deepest: 0 };
  const parts = partsOf(walk);
  const stray = pieces[walk.at];
  if (stray)
    throw new SyntaxFailure(`Nothing is open that %{${stray.kind}} could end`, stray.start, stray.end);
  parser.height = walk.deepest;
  return parts;
}

/** The parts up to a directive that ends them, which is left to the caller. */
function partsOf(walk: Walk): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (let piece = walk.pieces[walk.at]; piece; piece = walk.pieces[walk.at]) {
    if (piece.kind === 'else' || piece.kind === 'endif' || piece.kind === 'endfor') break;
    const part = partAt(walk, piece);
    if (part) parts.push(part);
  }
  return parts;
}

type Opening = Exclude<Piece, { readonly kind: 'else' | 'endif' | 'endfor' }>;

function partAt(walk: Walk, piece: Opening): TemplatePart | undefined {
  switch (piece.kind) {
    case 'text':
      return joinedText(walk, piece);
    case 'interpolation':
      walk.at += 1;
      return { kind: 'interpolation', start: piece.start, end: piece.end, value: piece.value };
    case 'if':
      return nested(walk, () => ifPart(walk, piece));
    case 'for':
      return nested(walk, () => forPart(walk, piece));
  }
}

function joinedText(walk: Walk, first: TextPiece): TemplatePart | undefined {
  const from = walk.at;
  let { end } = first;
  for (let piece = walk.pieces[from]; piece?.kind === 'text'; piece = walk.pieces[walk.at]) {
    ({ end } = piece);
    walk.at += 1;
  }
  const text = textFrom(walk.pieces.slice(from, walk.at));
  return text === '' ? undefined : { kind: 'text', start: first.start, end, text };
}

function nested(walk: Walk, read: () => TemplatePart): TemplatePart {
  walk.at += 1;
  walk.depth += 1;
  walk.deepest = Math.max(walk.deepest, walk.depth);
  const part = deeper(walk.parser, read);
  walk.depth -= 1;
  return part;
}

function ifPart(walk: Walk, opening: IfPiece): TemplateIf {
  const { start, condition } = opening;
  const then = partsOf(walk);
  const hasElse = walk.pieces[walk.at]?.kind === 'else';
  if (hasElse) walk.at += 1;
  const otherwise = hasElse ? partsOf(walk) : [];
  return { kind: 'if', start, end: close(walk, opening, 'endif'), condition, then, otherwise };
}

function forPart(walk: Walk, opening: ForPiece): TemplateFor {
  const { start, keyName, valueName, collection } = opening;
  const body = partsOf(walk);
  const end = close(walk, opening, 'endfor');
  const names = keyName === undefined ? { valueName } : { keyName, valueName };
  return { kind: 'for-each', start, end, ...names, collection, body };
}

/** Passes the directive that ends `opening`; where it ends. */
function close(walk: Walk, opening: IfPiece | ForPiece, kind: DirectivePiece['kind']): number {
  const piece = walk.pieces[walk.at];
  if (!piece) {
    throw new SyntaxFailure(`This %{${opening.kind}} has no %{${kind}}`, opening.start, opening.end);
  }
  if (piece.kind !== kind) {
    throw new SyntaxFailure(`Expected %{${kind}}, found %{${piece.kind}}`, piece.start, piece.end);
  }
  walk.at += 1;
  return piece.end;
}
