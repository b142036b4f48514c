import { readNumber } from './number-literal.ts';
import { readString, stringPrefix } from './string-literal.ts';
import { SyntaxProblem } from './syntax-problem.ts';
import type { Token } from './token.ts';

const twoCharacters = new Set(['&&', '||', '==', '!=', '<=', '>=', '.?', '[?']);
const oneCharacter = '.,:?()[]{}+-*/%!<>';
const identifierStart = /[A-Za-z_]/;
const identifierPattern = /[A-Za-z_][A-Za-z0-9_]*/y;
const quotedPattern = /`([\w.\-/ ]+)`/y;
const gapPattern = /(?:[ \t\r\n\f]|\/\/[^\n]*)+/y;

/** The tokens of an expression, ending with one of kind `end`. Throws a SyntaxProblem. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipGap(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skipGap(text, token.end);
  }
  tokens.push({ kind: 'end', start: text.length, end: text.length });
  return tokens;
}

function skipGap(text: string, at: number): number {
  return at + (matchAt(gapPattern, text, at)?.[0].length ?? 0);
}

function readToken(text: string, start: number): Token {
  const character = text.charAt(start);
  const prefix = stringPrefix(text, start);
  if (prefix !== undefined) return readString(text, start, prefix);
  if (identifierStart.test(character)) {
    const value = matchAt(identifierPattern, text, start)?.[0] ?? character;
    return { kind: 'identifier', value, start, end: start + value.length };
  }
  if (character === '`') return readQuoted(text, start);
  return readNumber(text, start) ?? readSymbol(text, start);
}

function readQuoted(text: string, start: number): Token {
  const match = matchAt(quotedPattern, text, start);
  if (!match?.[1])
    throw new SyntaxProblem(
      'a field in backquotes holds letters, digits and _ . - / and spaces, and ends with a backquote',
      { start, end: start + 1 },
    );
  return { kind: 'quoted', value: match[1], start, end: start + match[0].length };
}

function readSymbol(text: string, start: number): Token {
  const two = text.slice(start, start + 2);
  if (twoCharacters.has(two)) return { kind: 'symbol', value: two, start, end: start + 2 };
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  if (oneCharacter.includes(character)) return { kind: 'symbol', value: character, start, end: start + 1 };
  throw new SyntaxProblem(
    `unexpected ${JSON.stringify(character)}`,
    { start, end: start + character.length },
    hintFor(character),
  );
}

function hintFor(character: string): string | undefined {
  if (character === '=') return "use '==' to compare";
  if (character === '&' || character === '|') return `use '${character}${character}'`;
  if (/[\u2018-\u201f]/.test(character)) return 'use \' or " to quote a string';
  return character === ';' ? 'an expression is one value: join conditions with &&' : undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
