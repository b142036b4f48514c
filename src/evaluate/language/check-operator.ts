import type { Binary, Expr, Logic, Ternary, Unary } from './ast.ts';
import { checkSize } from './check-size.ts';
import { expectType, reportError, reportWarning, typed } from './checker.ts';
import type { Checked, Checker } from './checker.ts';
import { both, noGuards, shared } from './guards.ts';
import type { Guards } from './guards.ts';
import { suggest } from './suggest.ts';
import { bool, double, dyn, int, listOf, mapOf, overlaps, showType, text, union } from './type.ts';
import type { Type } from './type.ts';

/** `&&` and `||`: what the operands before have established holds in the ones after. */
export function checkLogic({ operator, operands }: Logic, guards: Guards, checker: Checker): Checked {
  const conjunction = operator === '&&';
  let sofar = guards;
  let decided: Guards | undefined;
  let gained = noGuards;
  for (const expr of operands) {
    const { type, whenTrue, whenFalse } = checker.check(expr, sofar);
    expectType(checker, { expr, type }, `the operand of ${operator}`, [bool]);
    const goesOn = conjunction ? whenTrue : whenFalse;
    const stops = conjunction ? whenFalse : whenTrue;
    decided = decided ? shared(decided, both(gained, stops)) : stops;
    gained = both(gained, goesOn);
    sofar = both(sofar, goesOn);
  }
  const otherwise = decided ?? noGuards;
  return conjunction ? typed(bool, gained, otherwise) : typed(bool, otherwise, gained);
}

export function checkUnary({ operator, operand }: Unary, guards: Guards, checker: Checker): Checked {
  const { type, whenTrue, whenFalse } = checker.check(operand, guards);
  if (operator === '!') {
    expectType(checker, { expr: operand, type }, "the operand of '!'", [bool]);
    return typed(bool, whenFalse, whenTrue);
  }
  expectType(checker, { expr: operand, type }, "the operand of '-'", [int, double]);
  return typed(type.kind === 'int' || type.kind === 'double' ? type : dyn);
}

export function checkTernary(
  { condition, whenTrue, whenFalse }: Ternary,
  guards: Guards,
  checker: Checker,
): Checked {
  const test = checker.check(condition, guards);
  expectType(checker, { expr: condition, type: test.type }, 'the condition of ?:', [bool]);
  const yes = checker.check(whenTrue, both(guards, test.whenTrue));
  const no = checker.check(whenFalse, both(guards, test.whenFalse));
  return typed(
    union(yes.type, no.type),
    shared(both(test.whenTrue, yes.whenTrue), both(test.whenFalse, no.whenTrue)),
    shared(both(test.whenTrue, yes.whenFalse), both(test.whenFalse, no.whenFalse)),
  );
}

interface Operands {
  readonly left: Type;
  readonly right: Type;
}

export function checkBinary(expr: Binary, guards: Guards, checker: Checker): Checked {
  const operands = {
    left: checker.check(expr.left, guards).type,
    right: checker.check(expr.right, guards).type,
  };
  switch (expr.operator) {
    case '==':
    case '!=':
      checkEquality(expr, operands, checker);
      return checkSize(expr, checker);
    case '<':
    case '<=':
    case '>':
    case '>=':
      checkOrder(expr, operands, checker);
      return checkSize(expr, checker);
    case 'in':
      return checkIn(expr, operands, checker);
    case '+':
      return checkPlus(expr, operands, checker);
    default:
      return checkArithmetic(expr, operands, checker);
  }
}

function checkEquality(expr: Binary, { left, right }: Operands, checker: Checker): void {
  warnLetterCase(expr, checker);
  if (overlaps(left, right) || left.kind === 'null' || right.kind === 'null') return;
  const hint = valueHint(expr.left, right) ?? valueHint(expr.right, left);
  const message = `${describe(expr.left, left)} is never equal to ${describe(expr.right, right)}`;
  reportError(checker, expr, { code: 'never-true', message, hint: hint ?? optionalHint(left, right) });
}

const describe = (expr: Expr, type: Type): string =>
  expr.kind === 'literal' ? JSON.stringify(expr.value) : showType(type);

function optionalHint(left: Type, right: Type): string | undefined {
  return (left.kind === 'optional') === (right.kind === 'optional')
    ? undefined
    : 'an optional becomes a value with .orValue(…)';
}

/** For a literal that is none of the values a property can have. */
function valueHint(literal: Expr, type: Type): string | undefined {
  if (literal.kind !== 'literal' || typeof literal.value !== 'string') return undefined;
  if (type.kind !== 'string' || !type.values) return undefined;
  return suggest(literal.value, type.values) ?? `its values are ${type.values.slice(0, 12).join(', ')}`;
}

function checkOrder(expr: Binary, { left, right }: Operands, checker: Checker): void {
  const ordered = [int, double, text, bool];
  expectType(checker, { expr: expr.left, type: left }, `the left side of ${expr.operator}`, ordered);
  expectType(checker, { expr: expr.right, type: right }, `the right side of ${expr.operator}`, ordered);
  if (left.kind === 'string' && right.kind === 'string') return;
  if (overlaps(left, right) || left.kind === 'optional' || right.kind === 'optional') return;
  const message = `${showType(left)} and ${showType(right)} have no order`;
  reportError(checker, expr, { code: 'type', message });
}

function checkIn(expr: Binary, { left, right }: Operands, checker: Checker): Checked {
  warnLetterCase(expr, checker);
  if (right.kind === 'list') checkMember(expr, left, right.of, checker);
  else
    expectType(checker, { expr: expr.right, type: right }, "the right side of 'in'", [
      listOf(dyn),
      mapOf(dyn),
    ]);
  if (right.kind === 'map') expectType(checker, { expr: expr.left, type: left }, 'the key of a map', [text]);
  if (right.kind !== 'map' && right.kind !== 'dyn' && right.kind !== 'object') return typed(bool);
  const key = checker.keyOf({
    kind: 'index',
    operand: expr.right,
    index: expr.left,
    optional: false,
    start: 0,
    end: 0,
  });
  return typed(bool, key === undefined ? noGuards : new Set([key]));
}

function checkMember(expr: Binary, type: Type, of: Type, checker: Checker): void {
  if (expr.right.kind === 'list' && type.kind === 'string' && type.values) {
    for (const { value } of expr.right.items) checkValue(value, type, checker);
    return;
  }
  if (overlaps(type, of)) return;
  const message = `${describe(expr.left, type)} is never in ${showType(listOf(of))}`;
  reportError(checker, expr, {
    code: 'never-true',
    message,
    hint: valueHint(expr.left, of) ?? optionalHint(type, of),
  });
}

function checkValue(expr: Expr, type: Type, checker: Checker): void {
  if (expr.kind !== 'literal') return;
  const hint = valueHint(expr, type);
  if (overlaps(type, literalType(expr.value))) return;
  reportError(checker, expr, {
    code: 'never-true',
    message: `the property is never ${JSON.stringify(expr.value)}`,
    hint,
  });
}

function literalType(value: string | number | boolean | null): Type {
  if (typeof value === 'string') return { kind: 'string', values: [value] };
  if (typeof value === 'number') return int;
  return typeof value === 'boolean' ? bool : { kind: 'null' };
}

/** Condition keys and operators are written in any letter case. */
function warnLetterCase(expr: Binary, checker: Checker): void {
  const field = expr.left.kind === 'select' ? expr.left : undefined;
  if (!field || field.operand.kind !== 'identifier') return;
  const type = checker.typeOf(field.operand.name);
  if (type?.kind !== 'object' || type.name !== 'condition') return;
  if (field.field === 'key')
    reportWarning(checker, field.name, {
      code: 'letter-case',
      message: 'condition keys have no letter case',
      hint: "compare lowerKey: c.lowerKey == 'aws:sourceaccount'",
    });
  else if (field.field === 'lowerKey') checkLowerCase(expr.right, checker);
}

function checkLowerCase(expr: Expr, checker: Checker): void {
  if (expr.kind === 'list') for (const { value } of expr.items) checkLowerCase(value, checker);
  if (expr.kind !== 'literal' || typeof expr.value !== 'string' || expr.value === expr.value.toLowerCase())
    return;
  const hint = `write ${JSON.stringify(expr.value.toLowerCase())}`;
  reportError(checker, expr, { code: 'never-true', message: 'lowerKey is in lower case', hint });
}

function checkPlus(expr: Binary, { left, right }: Operands, checker: Checker): Checked {
  const addable = [int, double, text, listOf(dyn)];
  expectType(checker, { expr: expr.left, type: left }, 'the left side of +', addable);
  expectType(checker, { expr: expr.right, type: right }, 'the right side of +', addable);
  if (left.kind === 'string' && right.kind === 'string') return typed(text);
  if (!overlaps(left, right) && left.kind !== 'optional' && right.kind !== 'optional')
    reportError(checker, expr, {
      code: 'type',
      message: `${showType(left)} and ${showType(right)} cannot be added`,
      hint: left.kind === 'string' || right.kind === 'string' ? 'convert with string(…)' : undefined,
    });
  return typed(left.kind === 'dyn' ? widened(right) : union(widened(left), widened(right)));
}

const widened = (type: Type): Type => (type.kind === 'string' ? text : type);

function checkArithmetic(expr: Binary, { left, right }: Operands, checker: Checker): Checked {
  const { operator } = expr;
  const wanted = operator === '/' || operator === '%' ? [int] : [int, double];
  expectNumber(checker, { expr: expr.left, type: left }, operator, wanted);
  expectNumber(checker, { expr: expr.right, type: right }, operator, wanted);
  return typed(left.kind === 'int' && right.kind === 'int' ? int : left.kind === 'dyn' ? dyn : double);
}

/** Division is for integers only, so that `1 / 2` means the same for every source. */
function expectNumber(
  checker: Checker,
  operand: { expr: Expr; type: Type },
  operator: string,
  wanted: readonly Type[],
): void {
  if (wanted.length === 1 && operand.type.kind === 'double')
    reportError(checker, operand.expr, {
      code: 'type',
      message: `${operator} is for integers, this is double`,
    });
  else expectType(checker, operand, `the operand of ${operator}`, wanted);
}
