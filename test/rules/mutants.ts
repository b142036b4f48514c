import { childrenOf } from '../../src/evaluate/language/ast.ts';
import type { Expr } from '../../src/evaluate/language/ast.ts';
import { parseExpression } from '../../src/evaluate/language/parse.ts';
import type { Rule, Snippet } from '../../src/model/rule.ts';

/** A rule in which one operator of one expression is another one. */
export interface Mutant {
  readonly rule: Rule;
  readonly what: string;
}

const swaps: Readonly<Record<string, string>> = {
  '&&': '||',
  '||': '&&',
  '==': '!=',
  '!=': '==',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

const macroSwaps: Readonly<Record<string, string>> = { exists: 'all', all: 'exists' };

/** Every mutant of a rule: each logical and comparison operator, negation and quantifier flipped, one at a time. */
export function mutantsOf(rule: Rule): Mutant[] {
  return [
    ...(rule.where ? flips(rule.where).map(([where, what]) => ({ rule: { ...rule, where }, what })) : []),
    ...rule.let.flatMap((one, index) =>
      flips(one.expr).map(([expr, what]) => ({
        rule: { ...rule, let: rule.let.with(index, { ...one, expr }) },
        what,
      })),
    ),
    ...rule.each.flatMap((one, index) =>
      flips(one.expr).map(([expr, what]) => ({
        rule: { ...rule, each: rule.each.with(index, { ...one, expr }) },
        what,
      })),
    ),
    ...rule.assert.flatMap((one, index) =>
      flips(one.expr).map(([expr, what]) => ({
        rule: { ...rule, assert: rule.assert.with(index, { ...one, expr }) },
        what,
      })),
    ),
  ];
}

function flips(snippet: Snippet): [Snippet, string][] {
  const parsed = parseExpression(snippet.text);
  if (!parsed.ok) return [];
  return edits(parsed.expr, snippet.text).map(({ start, end, to }) => {
    const text = snippet.text.slice(0, start) + to + snippet.text.slice(end);
    return [{ ...snippet, text }, text];
  });
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

function edits(expr: Expr, text: string): Edit[] {
  return [...own(expr, text), ...childrenOf(expr).flatMap(child => edits(child, text))];
}

function own(expr: Expr, text: string): Edit[] {
  switch (expr.kind) {
    case 'logic':
      return chain(expr.operands, expr.operator, text);
    case 'binary': {
      const to = swaps[expr.operator];
      const start = text.indexOf(expr.operator, expr.left.end);
      return to === undefined || start === -1 ? [] : [{ start, end: start + expr.operator.length, to }];
    }
    case 'unary':
      return expr.operator === '!' ? [{ start: expr.start, end: expr.start + 1, to: ' ' }] : [];
    case 'comprehension': {
      const to = macroSwaps[expr.macro];
      return to === undefined ? [] : [{ start: expr.name.start, end: expr.name.end, to }];
    }
    default:
      return [];
  }
}

/** A chain is flipped as a whole: flipping one of its operators would regroup it. Brackets around operands stay. */
function chain(operands: readonly Expr[], operator: string, text: string): Edit[] {
  const [first, last] = [operands[0], operands.at(-1)];
  if (!first || !last) return [];
  const parts = operands.slice(1).map((operand, index) => {
    const gap = text
      .slice(operands[index]?.end, operand.start)
      .replace(operator, swaps[operator] ?? operator);
    return operand === last ? gap : gap + text.slice(operand.start, operand.end);
  });
  return [{ start: first.end, end: last.start, to: parts.join('') }];
}
