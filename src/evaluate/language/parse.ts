import type { BinaryOperator, Expr } from './ast.ts';
import { deeper, expectSymbol, limits, nextIs, node, peek, refuse, take, takeIf } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Diagnostic } from './diagnostic.ts';
import { tokenize } from './lexer.ts';
import { parsePostfix } from './parse-postfix.ts';
import { SyntaxProblem } from './syntax-problem.ts';

export type Parsed =
  | { readonly ok: true; readonly expr: Expr }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/**
 * Parses one expression of the CEL profile. Bounded: 20,000 characters, 4,000 nodes, depth 64.
 * Never throws on bad input; the diagnostic has the offset, what was expected and what was found.
 */
export function parseExpression(text: string): Parsed {
  try {
    return { ok: true, expr: parseAll(text) };
  } catch (error) {
    if (error instanceof SyntaxProblem) return { ok: false, diagnostic: error.diagnostic };
    throw error;
  }
}

function parseAll(text: string): Expr {
  if (text.length > limits.characters)
    throw new SyntaxProblem(`the expression is longer than ${limits.characters} characters`, {
      start: 0,
      end: 1,
    });
  const cursor: Cursor = { text, tokens: tokenize(text), expression, at: 0, nodes: 0, depth: 0 };
  const expr = expression(cursor);
  if (peek(cursor).kind !== 'end') refuse(cursor, 'expected an operator');
  return expr;
}

function expression(cursor: Cursor): Expr {
  return deeper(cursor, () => {
    const condition = logic(cursor, '||', inner => logic(inner, '&&', relation));
    if (!takeIf(cursor, '?')) return condition;
    const whenTrue = logic(cursor, '||', inner => logic(inner, '&&', relation));
    expectSymbol(cursor, ':');
    const whenFalse = expression(cursor);
    return node(cursor, {
      kind: 'ternary',
      condition,
      whenTrue,
      whenFalse,
      start: condition.start,
      end: whenFalse.end,
    });
  });
}

function logic(cursor: Cursor, operator: '&&' | '||', operand: (cursor: Cursor) => Expr): Expr {
  const first = operand(cursor);
  const operands = [first];
  while (takeIf(cursor, operator)) operands.push(operand(cursor));
  if (operands.length === 1) return first;
  const end = operands.at(-1)?.end ?? first.end;
  return node(cursor, { kind: 'logic', operator, operands, start: first.start, end });
}

function relation(cursor: Cursor): Expr {
  return binary(cursor, relationOperator, inner =>
    binary(inner, symbolOf('+', '-'), deepest => binary(deepest, symbolOf('*', '/', '%'), unary)),
  );
}

function binary(
  cursor: Cursor,
  operatorAt: (cursor: Cursor) => BinaryOperator | undefined,
  operand: (cursor: Cursor) => Expr,
): Expr {
  let left = operand(cursor);
  for (let operator = operatorAt(cursor); operator; operator = operatorAt(cursor)) {
    take(cursor);
    const right = operand(cursor);
    left = node(cursor, { kind: 'binary', operator, left, right, start: left.start, end: right.end });
  }
  return left;
}

const comparisonAt = symbolOf('==', '!=', '<', '<=', '>', '>=');

function relationOperator(cursor: Cursor): BinaryOperator | undefined {
  const token = peek(cursor);
  return token.kind === 'identifier' && token.value === 'in' ? 'in' : comparisonAt(cursor);
}

function symbolOf(...operators: readonly BinaryOperator[]): (cursor: Cursor) => BinaryOperator | undefined {
  return cursor => {
    const token = peek(cursor);
    return token.kind === 'symbol' ? operators.find(operator => operator === token.value) : undefined;
  };
}

function unary(cursor: Cursor): Expr {
  if (!nextIs(cursor, '!', '-')) return parsePostfix(cursor);
  const operator = take(cursor);
  const next = peek(cursor);
  const negative = operator.kind === 'symbol' && operator.value === '-';
  if (negative && next.start === operator.end && (next.kind === 'int' || next.kind === 'double'))
    return parsePostfix(cursor, operator.start);
  return deeper(cursor, () => {
    const operand = unary(cursor);
    return node(cursor, {
      kind: 'unary',
      operator: negative ? '-' : '!',
      operand,
      start: operator.start,
      end: operand.end,
    });
  });
}
