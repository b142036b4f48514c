import { SyntaxProblem } from './syntax-problem.ts';
import type { Token } from './token.ts';

const opening = /([rRbB]{0,2})("""|'''|"|')/y;

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['?', '?'],
]);

export interface StringPrefix {
  readonly raw: boolean;
  readonly quote: string;
  readonly length: number;
}

/** How the string literal at `start` begins, or nothing when there is none. */
export function stringPrefix(text: string, start: number): StringPrefix | undefined {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (!match) return undefined;
  const [all, letters = '', quote = ''] = match;
  if (/b/i.test(letters))
    throw new SyntaxProblem(
      'there are no byte strings here',
      { start, end: start + all.length },
      'leave out the b',
    );
  return letters.length > 1 ? undefined : { raw: letters !== '', quote, length: all.length };
}

/** The string literal at `start`, whose beginning is `prefix`. */
export function readString(text: string, start: number, prefix: StringPrefix): Token {
  const { raw, quote } = prefix;
  let at = start + prefix.length;
  let value = '';
  while (!text.startsWith(quote, at)) {
    const character = text.charAt(at);
    refuseEnd(character, { start, at, quote });
    if (character === '\\' && !raw) {
      const escape = readEscape(text, at);
      value += escape.value;
      at = escape.end;
    } else {
      value += character;
      at += 1;
    }
  }
  return { kind: 'string', value, start, end: at + quote.length };
}

function refuseEnd(
  character: string,
  { start, at, quote }: { readonly start: number; readonly at: number; readonly quote: string },
): void {
  if (character === '')
    throw new SyntaxProblem('the string does not end', { start, end: at }, `close it with ${quote}`);
  if (quote.length === 1 && (character === '\n' || character === '\r'))
    throw new SyntaxProblem('the string does not end on its line', { start, end: at }, 'use triple quotes');
}

function readEscape(text: string, at: number): { readonly value: string; readonly end: number } {
  const letter = text.charAt(at + 1);
  const simple = simpleEscapes.get(letter);
  if (simple !== undefined) return { value: simple, end: at + 2 };
  const numeric = /^(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2}))/.exec(
    text.slice(at + 1, at + 10),
  );
  if (!numeric)
    throw new SyntaxProblem(
      `unknown escape \\${letter}`,
      { start: at, end: at + 2 },
      "write \\\\ for a backslash, or a raw string: r'…'",
    );
  const [all, short, four, eight, octal] = numeric;
  const code =
    octal === undefined ? Number.parseInt(short ?? four ?? eight ?? '', 16) : Number.parseInt(octal, 8);
  if (code > 0x10_ffff || (code >= 0xd800 && code < 0xe000))
    throw new SyntaxProblem('not a code point', { start: at, end: at + 1 + all.length });
  return { value: String.fromCodePoint(code), end: at + 1 + all.length };
}
