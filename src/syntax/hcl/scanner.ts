import type { Comment } from './ast.ts';
import type { TokenKind } from './tokens.ts';

/** A level of the text: code, or a template that stands in code; code stands in a template as `${…}`. */
export interface Frame {
  readonly mode: 'code' | 'quoted' | 'heredoc';
  /** The word that ends a heredoc; none for a template that is a whole text. */
  readonly marker?: string;
  /** Braces that are open in this code. */
  braces: number;
  /** Whether a heredoc is at the start of a line. */
  lineStart: boolean;
}

/** The state of one scan. */
export interface Scanner {
  readonly text: string;
  at: number;
  frame: Frame;
  /** The frames around `frame`, the outermost first. */
  readonly outer: Frame[];
  readonly kinds: TokenKind[];
  readonly froms: number[];
  readonly tos: number[];
  readonly comments: Comment[];
}

export const frameOf = (mode: Frame['mode'], marker?: string): Frame => ({
  mode,
  braces: 0,
  lineStart: true,
  ...(marker !== undefined && { marker }),
});

export const scannerOf = (text: string, mode: Frame['mode']): Scanner => ({
  text,
  at: 0,
  frame: frameOf(mode),
  outer: [],
  kinds: [],
  froms: [],
  tos: [],
  comments: [],
});

/** Adds the token from the current place to `to`, and goes there. */
export function emit(scanner: Scanner, kind: TokenKind, to: number): void {
  scanner.kinds.push(kind);
  scanner.froms.push(scanner.at);
  scanner.tos.push(to);
  scanner.at = to;
}

export function push(scanner: Scanner, frame: Frame): void {
  scanner.outer.push(scanner.frame);
  scanner.frame = frame;
}

/** Back to the frame around; stays in the outermost one. */
export function pop(scanner: Scanner): void {
  scanner.frame = scanner.outer.pop() ?? scanner.frame;
}
