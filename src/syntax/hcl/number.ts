import { SyntaxFailure } from '../failure.ts';
import type { Literal } from './ast.ts';
import { textOf } from './parser.ts';
import type { Parser } from './parser.ts';

/** The number that a token is. */
export function numberAt(parser: Parser, index: number): Literal {
  const source = textOf(parser, index);
  const start = parser.starts[index] ?? 0;
  const end = parser.ends[index] ?? start;
  const [, exponent] = decimal.exec(source) ?? [];
  if (exponent === undefined)
    throw new SyntaxFailure(`${JSON.stringify(source)} is not a number`, start, end);
  if (Number(exponent) > largest || Number(exponent) < smallest) {
    throw new SyntaxFailure(`${JSON.stringify(source)} is too large or too small for a number`, start, end);
  }
  return { kind: 'literal', start, end, value: Number(source), source };
}

const decimal = /^\d+(?:\.\d*)?(?:[eE](?=.)|$)([+-]?\d*)$/;

/** Terraform counts with exponents of 32 bits. */
const largest = 2 ** 31 - 2;
const smallest = -(2 ** 31);
