import type { SourceFile } from '../../model/source.ts';
import { maxDepth, SyntaxFailure, tooDeep } from '../failure.ts';
import type { Expression } from './ast.ts';
import type { TokenKind, Tokens } from './tokens.ts';

/** The state of one parsing. */
export interface Parser {
  readonly file: SourceFile;
  readonly tokens: Tokens;
  /** Where each token starts and ends in `file`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The next token. */
  at: number;
  /** Whether line ends count here; in brackets they do not. */
  newlines: boolean;
  /** How many expressions and blocks are open. */
  depth: number;
  /** How deep the expression read last is, so that no tree is deeper than those who walk it can go. */
  height: number;
  /** Whether a block ends at the next line that looks like the header of a top-level block. */
  strict: boolean;
  /** Reads any expression. Here, so that the files of the parts of an expression need not import each other. */
  readonly expression: (parser: Parser) => Expression;
}

type Source = Pick<Parser, 'file' | 'tokens'> & Partial<Pick<Parser, 'starts' | 'ends'>>;

export const parserOf = (source: Source, expression: Parser['expression']): Parser => ({
  starts: source.tokens.froms,
  ends: source.tokens.tos,
  at: 0,
  newlines: true,
  depth: 0,
  height: 0,
  strict: false,
  expression,
  ...source,
});

/** The index of the next token that counts. */
const next = ({ tokens, at, newlines }: Parser): number =>
  !newlines && tokens.kinds[at] === 'newline' ? at + 1 : at;

export const peek = (parser: Parser): TokenKind => parser.tokens.kinds[next(parser)] ?? 'end';

/** Where the next token starts. */
export const startOf = (parser: Parser): number => parser.starts[next(parser)] ?? 0;

/** Where the token read last ends. */
export const endOf = (parser: Parser): number => parser.ends[parser.at - 1] ?? 0;

/** Passes the next token; its index. */
export function read(parser: Parser): number {
  const index = next(parser);
  parser.at = index + 1;
  return index;
}

/** Passes the next token if it is `kind`. */
export function take(parser: Parser, kind: TokenKind): boolean {
  if (peek(parser) !== kind) return false;
  read(parser);
  return true;
}

/** Passes the next token, which has to be `kind`; its index. */
export function expect(parser: Parser, kind: TokenKind, what = `"${kind}"`): number {
  if (peek(parser) !== kind) throw unexpected(parser, what);
  return read(parser);
}

/** The text of a token. */
export const textOf = ({ tokens }: Parser, index: number): string =>
  tokens.text.slice(tokens.froms[index], tokens.tos[index]);

/** Whether the next token is the word `word`. */
export const isWord = (parser: Parser, word: string): boolean =>
  peek(parser) === 'name' && textOf(parser, next(parser)) === word;

/** Passes the next token if it is the word `word`. */
export function takeWord(parser: Parser, word: string): boolean {
  if (!isWord(parser, word)) return false;
  read(parser);
  return true;
}

/** The name that comes next. */
export const nameAt = (parser: Parser, what: string): string => textOf(parser, expect(parser, 'name', what));

/** Reads in brackets (`newlines` false) or braces, then goes on as before. */
export function within<T>(parser: Parser, newlines: boolean, readContent: (parser: Parser) => T): T {
  const before = parser.newlines;
  parser.newlines = newlines;
  const content = readContent(parser);
  parser.newlines = before;
  return content;
}

/** Reads one level deeper. */
export function deeper<T>(parser: Parser, readContent: (parser: Parser) => T): T {
  parser.depth += 1;
  if (parser.depth > maxDepth) throw tooDeep(startOf(parser));
  const content = readContent(parser);
  parser.depth -= 1;
  return content;
}

/** Says that the expression read last stands over expressions of `height`. */
export function raise(parser: Parser, height: number): void {
  parser.height = height + 1;
  if (parser.height > maxDepth) throw tooDeep(startOf(parser));
}

/** What is wrong with the next token, where `what` is expected. */
export function unexpected(parser: Parser, what: string): SyntaxFailure {
  const index = next(parser);
  const kind = parser.tokens.kinds[index] ?? 'end';
  const start = parser.starts[index] ?? 0;
  const end = parser.ends[index] ?? start;
  if (kind === 'end') return new SyntaxFailure(`Expected ${what}, but the text ends`, start);
  if (kind === 'newline') return new SyntaxFailure(`Expected ${what}, but the line ends`, start);
  if (kind === 'line break') return brokenOff(start);
  const found = textOf(parser, index);
  if (kind === 'invalid') return new SyntaxFailure(invalidReason(found), start, end);
  return new SyntaxFailure(`Expected ${what}, found ${JSON.stringify(shortened(found))}`, start, end);
}

const brokenOff = (start: number): SyntaxFailure =>
  new SyntaxFailure(
    'This string has no closing quote on its line; a text of several lines is written as a heredoc (<<EOT)',
    start,
  );

const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text).trimEnd();

function invalidReason(found: string): string {
  if (found.startsWith('/*')) return 'This comment has no end';
  if (found === '\r') return 'A carriage return does not end a line without a line feed';
  const hint = hints.get(found);
  return `HCL has no character ${JSON.stringify(found)}${hint === undefined ? '' : `: ${hint}`}`;
}

const curly = 'texts stand in straight double quotes';

const hints: ReadonlyMap<string, string> = new Map([
  ["'", 'texts stand in double quotes'],
  ['`', 'texts stand in double quotes'],
  ['“', curly],
  ['”', curly],
  [';', 'arguments end with their line'],
  ['&', 'the operator is "&&"'],
  ['|', 'the operator is "||"'],
  ['~', 'it stands next to the brace of a template only'],
  ['$', 'templates stand in double quotes'],
]);
