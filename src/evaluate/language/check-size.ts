import type { Binary, Expr } from './ast.ts';
import { reportWarning, typed } from './checker.ts';
import type { Checked, Checker } from './checker.ts';
import { noGuards, notEmpty } from './guards.ts';
import type { Guards } from './guards.ts';
import { bool } from './type.ts';

/** `size(x) > 0`, `x != []` and their like say when x is not empty. */
export function checkSize(expr: Binary, checker: Checker): Checked {
  const { operator } = expr;
  const question = sizeQuestion(expr);
  if (!question) return typed(bool);
  const { subject, bound } = question;
  if (bound <= 1) suggestExists(expr, subject, checker);
  const key = checker.keyOf(subject);
  if (key === undefined) return typed(bool);
  const facts: Guards = new Set([notEmpty(key)]);
  // Where no empty list satisfies the comparison, a list that does is not empty; and the other way round.
  return compareSize(operator, 0, bound) ? typed(bool, noGuards, facts) : typed(bool, facts);
}

/** What is compared in size, and with which number; `[]` counts as zero. */
function sizeQuestion({
  left,
  right,
}: Binary): { readonly subject: Expr; readonly bound: number } | undefined {
  if (right.kind === 'list') return right.items.length === 0 ? { subject: left, bound: 0 } : undefined;
  const subject = sizeArgument(left);
  if (!subject || right.kind !== 'literal' || typeof right.value !== 'number') return undefined;
  return { subject, bound: right.value };
}

function compareSize(operator: Binary['operator'], size: number, bound: number): boolean {
  switch (operator) {
    case '==':
      return size === bound;
    case '!=':
      return size !== bound;
    case '<':
      return size < bound;
    case '<=':
      return size <= bound;
    case '>':
      return size > bound;
    default:
      return size >= bound;
  }
}

/** x of `size(x)` and `x.size()`. */
function sizeArgument(expr: Expr): Expr | undefined {
  if (expr.kind !== 'call' || expr.function !== 'size') return undefined;
  return expr.receiver ?? expr.args[0];
}

/** `exists()` stops at the first element, and decides in lists of which not all is known. */
function suggestExists(expr: Binary, subject: Expr, checker: Checker): void {
  if (subject.kind !== 'comprehension' || subject.macro !== 'filter') return;
  const message = 'the size of a filtered list is unknown as soon as one element is';
  reportWarning(checker, expr, { code: 'use-exists', message, hint: 'ask with exists()' });
}
