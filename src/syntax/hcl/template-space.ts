import { withoutLeadingSpace, withoutTrailingSpace } from './characters.ts';
import type { Piece, TextPiece } from './piece.ts';

/** After `~}`. */
export const trimStart = (piece: TextPiece): TextPiece => ({
  ...piece,
  text: withoutLeadingSpace(piece.text),
});

/** Before `${~`: of the piece before it, when that is text. */
export function trimEnd(pieces: readonly Piece[]): void {
  const last = pieces.at(-1);
  if (last?.kind === 'text') last.text = withoutTrailingSpace(last.text);
}

/**
 * Takes out the indentation that all lines of a `<<-` heredoc share. Lines of nothing but white space do not count, and
 * keep theirs; a line that starts with a template has none.
 */
export function flushLines(pieces: readonly Piece[]): void {
  const lines = pieces.filter((piece, i) => startsLine(pieces[i - 1]) && !isBlank(piece));
  const shared = lines.reduce((least, piece) => Math.min(least, indentOf(piece)), Infinity);
  for (const piece of lines) if (piece.kind === 'text') piece.text = piece.text.slice(shared);
}

const startsLine = (before: Piece | undefined): boolean =>
  before === undefined || (before.kind === 'text' && before.text.endsWith('\n'));

const isBlank = (piece: Piece): boolean =>
  piece.kind === 'text' && piece.text.endsWith('\n') && withoutLeadingSpace(piece.text) === '';

const indentOf = (piece: Piece): number =>
  piece.kind === 'text' ? piece.text.length - withoutLeadingSpace(piece.text).length : 0;
