import type { Comment } from './ast.ts';

/**
 * What a token is. Marks are named by their spelling. `text` is a piece of a string or heredoc as written, `line break`
 * one that stands in a string, `invalid` what HCL has no use for, `endTemplate` closes `${` and `%{`.
 */
export type TokenKind =
  | 'end'
  | 'newline'
  | 'name'
  | 'number'
  | 'openQuote'
  | 'closeQuote'
  | 'openHeredoc'
  | 'closeHeredoc'
  | 'text'
  | '${'
  | '%{'
  | 'endTemplate'
  | 'line break'
  | 'invalid'
  | Mark;

type Mark =
  | '{'
  | '}'
  | '['
  | ']'
  | '('
  | ')'
  | '.'
  | '...'
  | ','
  | ':'
  | '::'
  | '?'
  | '='
  | '=>'
  | '=='
  | '!'
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '&&'
  | '||'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

/** The tokens of a text, side by side in lists. Line ends in a row are one token; the last token is `end`. */
export interface Tokens {
  readonly text: string;
  readonly kinds: readonly TokenKind[];
  /** Where each token starts in `text`, and ends. */
  readonly froms: readonly number[];
  readonly tos: readonly number[];
  readonly comments: readonly Comment[];
}
