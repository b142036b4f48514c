import type { Expr, Range } from './ast.ts';
import { SyntaxProblem } from './syntax-problem.ts';
import type { Token } from './token.ts';

/** Bounds of one expression, so that a rule file cannot exhaust the machine that reads it. */
export const limits = { depth: 64, nodes: 4000, characters: 20_000 } as const;

/** The parser's place in its tokens. `expression` parses a whole expression; it is here because the grammar is a ring. */
export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly expression: (cursor: Cursor) => Expr;
  at: number;
  nodes: number;
  depth: number;
}

const endToken: Token = { kind: 'end', start: 0, end: 0 };

/** The next token, left in place. */
export function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.at] ?? cursor.tokens.at(-1) ?? endToken;
}

/** The next token, consumed. */
export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  cursor.at += 1;
  return token;
}

/** The next token when it is this symbol; consumed only then. */
export function takeIf(cursor: Cursor, symbol: string): Token | undefined {
  const token = peek(cursor);
  return token.kind === 'symbol' && token.value === symbol ? take(cursor) : undefined;
}

/** The next token, which must be this symbol. */
export function expectSymbol(cursor: Cursor, symbol: string): Token {
  return takeIf(cursor, symbol) ?? refuse(cursor, `expected '${symbol}'`);
}

/** True when the next token is one of these symbols. */
export function nextIs(cursor: Cursor, ...symbols: readonly string[]): boolean {
  const token = peek(cursor);
  return token.kind === 'symbol' && symbols.includes(token.value);
}

/** Counts a node; every node of the tree passes here. */
export function node<N extends Expr>(cursor: Cursor, made: N): N {
  cursor.nodes += 1;
  if (cursor.nodes > limits.nodes)
    throw new SyntaxProblem(`the expression has more than ${limits.nodes} parts`, made);
  return made;
}

/** Runs a parse function one level deeper. */
export function deeper<T>(cursor: Cursor, parse: () => T): T {
  cursor.depth += 1;
  if (cursor.depth > limits.depth)
    throw new SyntaxProblem(`the expression is nested deeper than ${limits.depth}`, peek(cursor));
  const made = parse();
  cursor.depth -= 1;
  return made;
}

const wordHints: Readonly<Record<string, string>> = {
  and: "use '&&'",
  or: "use '||'",
  not: "use '!'",
  is: "use '=='",
  equals: "use '=='",
};

/** Ends parsing at the next token: what was expected, what was found. */
export function refuse(cursor: Cursor, expected: string): never {
  const token = peek(cursor);
  const found = token.kind === 'end' ? 'the expression ends' : `found ${quote(cursor, token)}`;
  throw new SyntaxProblem(`${expected}, but ${found}`, token, hintFor(cursor, token));
}

function quote(cursor: Cursor, token: Range): string {
  return JSON.stringify(cursor.text.slice(token.start, token.end));
}

function hintFor(cursor: Cursor, token: Token): string | undefined {
  if (token.kind === 'identifier')
    return Object.hasOwn(wordHints, token.value) ? wordHints[token.value] : undefined;
  const before = cursor.tokens[cursor.at - 1];
  if (token.kind === 'symbol' && token.value === '>' && before?.kind === 'symbol' && before.value === '<')
    return "use '!='";
  return undefined;
}
