import { SyntaxProblem } from './syntax-problem.ts';
import type { Token } from './token.ts';

const hexadecimal = /0[xX][0-9a-fA-F]+/y;
const decimal = /(?:\d+\.\d+|\d+|\.\d+)(?:[eE][+-]?\d+)?/y;

/** A number that starts at `start`, or nothing when none does. */
export function readNumber(text: string, start: number): Token | undefined {
  const digits = matchAt(hexadecimal, text, start) ?? matchAt(decimal, text, start);
  if (digits === undefined) return undefined;
  const end = start + digits.length;
  refuseTail(text, { start, end });
  const value = Number(digits);
  const kind = /^0[xX]/.test(digits) || !/[.eE]/.test(digits) ? 'int' : 'double';
  if (kind === 'int' && !Number.isSafeInteger(value))
    throw new SyntaxProblem('the integer is beyond 2^53', { start, end }, 'write large ids as strings');
  if (!Number.isFinite(value)) throw new SyntaxProblem('the number is too large', { start, end });
  return { kind, value, start, end };
}

function refuseTail(text: string, { start, end }: { readonly start: number; readonly end: number }): void {
  const next = text.charAt(end);
  if (/[uU]/.test(next))
    throw new SyntaxProblem(
      'there are no unsigned integers here',
      { start, end: end + 1 },
      'leave out the u',
    );
  if (/[A-Za-z_0-9]/.test(next)) throw new SyntaxProblem('not a number', { start, end: end + 1 });
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
