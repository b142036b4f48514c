import type { Expression, For, Interpolation } from './ast.ts';

/** A template before its directives are nested, piece by piece. `height` is that of the expression in it. */
export type Piece = TextPiece | InterpolationPiece | DirectivePiece;

export interface TextPiece {
  readonly kind: 'text';
  readonly start: number;
  readonly end: number;
  /** Trims and the indentation of a heredoc are taken out of it. */
  text: string;
  readonly height: number;
}

interface InterpolationPiece extends Interpolation {
  readonly height: number;
}

export type DirectivePiece = IfPiece | ForPiece | EndPiece<'else'> | EndPiece<'endif'> | EndPiece<'endfor'>;

interface Directive {
  readonly start: number;
  readonly end: number;
  readonly height: number;
}

export interface IfPiece extends Directive {
  readonly kind: 'if';
  readonly condition: Expression;
}

export interface ForPiece extends Directive, Pick<For, 'keyName' | 'valueName' | 'collection'> {
  readonly kind: 'for';
}

interface EndPiece<Kind extends 'else' | 'endif' | 'endfor'> extends Directive {
  readonly kind: Kind;
}

/** The texts in a row as one, in the normal form (NFC) that all texts of Terraform have. */
export const textFrom = (pieces: readonly Piece[]): string =>
  pieces
    .map(piece => (piece.kind === 'text' ? piece.text : ''))
    .join('')
    .normalize();
