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
      // A chain is flipped as a whole: flipping one of its operators would regroup it.
      return [
        { start: expr.start, end: expr.end, to: chain(expr.operands, swaps[expr.operator] ?? '', text) },
      ];
    case 'binary': {
      const to = swaps[expr.operator];
      const start = text.indexOf(expr.operator, expr.left.end);
      return to === undefined || start === -1 ? [] : [{ start, end: start + expr.operator.length, to }];
    }
    case 'unary':
      return expr.operator === '!'
        ? [{ start: expr.start, end: expr.operand.start, to: ' '.repeat(expr.operand.start - expr.start) }]
        : [];
    case 'comprehension': {
      const to = macroSwaps[expr.macro];
      return to === undefined ? [] : [{ start: expr.name.start, end: expr.name.end, to }];
    }
    default:
      return [];
  }
}

const chain = (operands: readonly Expr[], operator: string, text: string): string =>
  `(${operands.map(({ start, end }) => `(${text.slice(start, end)})`).join(` ${operator} `)})`;
