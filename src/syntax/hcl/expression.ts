import type { BinaryOperator, Expression } from './ast.ts';
import { deeper, expect, peek, raise, read, take } from './parser.ts';
import type { Parser } from './parser.ts';
import { term } from './term.ts';
import type { TokenKind } from './tokens.ts';
import { traversal } from './traversal.ts';

/** Reads an expression: what an attribute may be set to. */
export const expression = (parser: Parser): Expression => deeper(parser, conditional);

function conditional(parser: Parser): Expression {
  const condition = binary(parser, 0);
  if (!take(parser, '?')) return condition;
  let { height } = parser;
  const then = expression(parser);
  height = Math.max(height, parser.height);
  expect(parser, ':', '":" and the value for when the condition is false');
  const otherwise = expression(parser);
  raise(parser, Math.max(height, parser.height));
  return { kind: 'conditional', start: condition.start, end: otherwise.end, condition, then, otherwise };
}

/** Operands joined by operators that bind stronger than `least`. */
function binary(parser: Parser, least: number): Expression {
  let left = operand(parser);
  for (;;) {
    const found = operators.get(peek(parser));
    if (!found || found.strength <= least) return left;
    const { height } = parser;
    read(parser);
    const right = binary(parser, found.strength);
    raise(parser, Math.max(height, parser.height));
    left = { kind: 'binary', start: left.start, end: right.end, operator: found.operator, left, right };
  }
}

interface Operator {
  readonly operator: BinaryOperator;
  readonly strength: number;
}

const levels: readonly (readonly BinaryOperator[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

const operators: ReadonlyMap<TokenKind, Operator> = new Map(
  levels.flatMap((level, i) => level.map(operator => [operator, { operator, strength: i + 1 }] as const)),
);

function operand(parser: Parser): Expression {
  const kind = peek(parser);
  if (kind === '-' || kind === '!') return deeper(parser, unary);
  return traversal(parser, term(parser));
}

function unary(parser: Parser): Expression {
  const operator = peek(parser) === '-' ? '-' : '!';
  const start = parser.starts[read(parser)] ?? 0;
  const of = operand(parser);
  raise(parser, parser.height);
  return { kind: 'unary', start, end: of.end, operator, of };
}
