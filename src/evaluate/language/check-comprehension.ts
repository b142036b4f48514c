import type { Comprehension, Expr } from './ast.ts';
import { expectType, reportWarning, typed } from './checker.ts';
import type { Checked, Checker } from './checker.ts';
import { both, noGuards, notEmpty } from './guards.ts';
import type { Guards } from './guards.ts';
import { bool, dyn, int, listOf, mapOf, text } from './type.ts';
import type { Type } from './type.ts';

/** The macros: what they go over is a list or a map, what they ask is a bool. */
export function checkComprehension(expr: Comprehension, guards: Guards, checker: Checker): Checked {
  const over = checker.check(expr.over, guards).type;
  expectType(checker, { expr: expr.over, type: over }, `what ${expr.macro}() goes over`, [
    listOf(dyn),
    mapOf(dyn),
  ]);
  if (expr.macro === 'all') warnVacuous(expr, guards, checker);
  const inner = checker.with(localsOf(expr, over));
  const where = expr.where && inner.check(expr.where, guards);
  if (where && expr.where)
    expectType(checker, { expr: expr.where, type: where.type }, 'the condition of map()', [bool]);
  const body = inner.check(expr.body, where ? both(guards, where.whenTrue) : guards).type;
  if (expr.macro !== 'map')
    expectType(checker, { expr: expr.body, type: body }, `the condition of ${expr.macro}()`, [bool]);
  return resultOf(expr, { over, body }, checker);
}

function localsOf({ variables }: Comprehension, over: Type): { name: string; type: Type }[] {
  const [first = '', second] = variables;
  const key = over.kind === 'list' ? int : text;
  const value = over.kind === 'list' || over.kind === 'map' ? over.of : dyn;
  if (second !== undefined)
    return [
      { name: first, type: over.kind === 'dyn' ? dyn : key },
      { name: second, type: value },
    ];
  return [{ name: first, type: over.kind === 'map' ? text : value }];
}

function resultOf(
  expr: Comprehension,
  { over, body }: { over: Type; body: Type },
  checker: Checker,
): Checked {
  const key = checker.keyOf(expr.over);
  const some = key === undefined ? noGuards : new Set([notEmpty(key)]);
  switch (expr.macro) {
    case 'all':
      return typed(bool, noGuards, some);
    case 'exists':
    case 'exists_one':
      return typed(bool, some);
    case 'filter':
      return typed(listOf(over.kind === 'list' ? over.of : over.kind === 'map' ? text : dyn));
    case 'map':
      return typed(listOf(body.kind === 'optional' ? dyn : body));
  }
}

/** `all()` over an empty list is true, which is seldom what a rule wants to say. */
function warnVacuous(expr: Comprehension, guards: Guards, checker: Checker): void {
  if (expr.over.kind === 'list' && expr.over.items.length > 0) return;
  const key = checker.keyOf(expr.over);
  if (key !== undefined && guards.has(notEmpty(key))) return;
  const size = `size(${nameOf(expr.over) ?? 'the list'})`;
  reportWarning(checker, expr.name, {
    code: 'vacuous-all',
    message: 'all() is true of an empty list',
    hint: `say what an empty list means: ${size} > 0 && …, or ${size} == 0 || …`,
  });
}

function nameOf(expr: Expr): string | undefined {
  if (expr.kind === 'identifier') return expr.name;
  const operand = expr.kind === 'select' ? nameOf(expr.operand) : undefined;
  return expr.kind === 'select' && operand !== undefined ? `${operand}.${expr.field}` : undefined;
}
