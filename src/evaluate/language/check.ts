import type { Bind, Expr, ListLiteral, MapLiteral } from './ast.ts';
import { checkCall } from './check-call.ts';
import { checkComprehension } from './check-comprehension.ts';
import { checkBinary, checkLogic, checkTernary, checkUnary } from './check-operator.ts';
import { checkHas, checkIndex, checkSelect } from './check-select.ts';
import { expectType, makeChecker, reportError, typed } from './checker.ts';
import type { CheckEnv, Checked, Checker } from './checker.ts';
import type { Diagnostic } from './diagnostic.ts';
import { noGuards } from './guards.ts';
import type { Guards } from './guards.ts';
import { suggest } from './suggest.ts';
import { bool, double, dyn, int, listOf, mapOf, nothing, text, union } from './type.ts';
import type { Type } from './type.ts';

export interface CheckResult {
  readonly type: Type;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is certain when the expression is true: `assume` of what is evaluated after it. */
  readonly whenTrue: Guards;
}

/** Checks an expression against the types of its variables. An expression without errors cannot meet a field that does not exist. */
export function checkExpression(expr: Expr, env: CheckEnv): CheckResult {
  const found: Diagnostic[] = [];
  const checker = makeChecker(env, checkNode, diagnostic => found.push(diagnostic));
  const { type, whenTrue } = checker.check(expr, env.assume ?? noGuards);
  return { type, whenTrue, diagnostics: inOrder(found) };
}

/** Checks an expression that must be a bool: `where`, and the `expr` of an assertion. */
export function checkPredicate(expr: Expr, env: CheckEnv): CheckResult {
  const found: Diagnostic[] = [];
  const checker = makeChecker(env, checkNode, diagnostic => found.push(diagnostic));
  const { type, whenTrue } = checker.check(expr, env.assume ?? noGuards);
  expectType(checker, { expr, type }, 'the condition', [bool]);
  return { type, whenTrue, diagnostics: inOrder(found) };
}

function inOrder(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  const unique = found.filter(({ code, message, start }) => {
    const key = `${code} ${start} ${message}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return unique.toSorted((left, right) => left.start - right.start);
}

const literalTypes = { string: text, int, double, bool, null: nothing } as const;

function checkNode(expr: Expr, guards: Guards, checker: Checker): Checked {
  switch (expr.kind) {
    case 'literal':
      return typed(
        typeof expr.value === 'string' ? { kind: 'string', values: [expr.value] } : literalTypes[expr.type],
      );
    case 'identifier':
      return typed(variableType(expr, checker));
    case 'select':
      return checkSelect(expr, guards, checker);
    case 'index':
      return checkIndex(expr, guards, checker);
    case 'has':
      return checkHas(expr, guards, checker);
    case 'call':
      return checkCall(expr, guards, checker);
    case 'comprehension':
      return checkComprehension(expr, guards, checker);
    case 'bind':
      return checkBind(expr, guards, checker);
    default:
      return checkOperator(expr, guards, checker);
  }
}

type Operator = Extract<Expr, { kind: 'logic' | 'unary' | 'binary' | 'ternary' | 'list' | 'map' }>;

function checkOperator(expr: Operator, guards: Guards, checker: Checker): Checked {
  switch (expr.kind) {
    case 'logic':
      return checkLogic(expr, guards, checker);
    case 'unary':
      return checkUnary(expr, guards, checker);
    case 'binary':
      return checkBinary(expr, guards, checker);
    case 'ternary':
      return checkTernary(expr, guards, checker);
    case 'list':
      return checkList(expr, guards, checker);
    case 'map':
      return checkMap(expr, guards, checker);
  }
}

function variableType(expr: Extract<Expr, { kind: 'identifier' }>, checker: Checker): Type {
  const type = checker.typeOf(expr.name);
  if (type) return type;
  const hint = suggest(expr.name, checker.names()) ?? `known are ${[...new Set(checker.names())].join(', ')}`;
  reportError(checker, expr, {
    code: 'unknown-variable',
    message: `there is no variable '${expr.name}'`,
    hint,
  });
  return dyn;
}

function checkList({ items }: ListLiteral, guards: Guards, checker: Checker): Checked {
  const types = items.map(({ value, optional }) => elementType(value, { optional, guards, checker }));
  return typed(listOf(types.length === 0 ? dyn : types.map(widened).reduce(union)));
}

function checkMap({ entries }: MapLiteral, guards: Guards, checker: Checker): Checked {
  const types = entries.map(({ key, value, optional }) => {
    expectType(checker, { expr: key, type: checker.check(key, guards).type }, 'the key of a map', [text]);
    return elementType(value, { optional, guards, checker });
  });
  return typed(mapOf(types.length === 0 ? dyn : types.map(widened).reduce(union)));
}

/** The strings that happen to be in a literal are not all that could be. */
const widened = (type: Type): Type => (type.kind === 'string' ? text : type);

interface ElementContext {
  readonly optional: boolean;
  readonly guards: Guards;
  readonly checker: Checker;
}

function elementType(expr: Expr, { optional, guards, checker }: ElementContext): Type {
  const { type } = checker.check(expr, guards);
  if (optional)
    expectType(checker, { expr, type }, 'an element that may be left out', [{ kind: 'optional', of: dyn }]);
  else if (type.kind === 'optional')
    reportError(checker, expr, {
      code: 'type',
      message: 'an optional cannot be an element',
      hint: 'use [?…] or .orValue(…)',
    });
  return type.kind === 'optional' ? type.of : type;
}

function checkBind({ variable, value, body, optional }: Bind, guards: Guards, checker: Checker): Checked {
  const bound = checker.check(value, guards);
  if (optional)
    expectType(checker, { expr: value, type: bound.type }, 'what optMap() is called on', [
      { kind: 'optional', of: dyn },
    ]);
  const type = optional && bound.type.kind === 'optional' ? bound.type.of : bound.type;
  const inner = checker.with([{ name: variable, type }], optional ? undefined : checker.keyOf(value));
  const result = inner.check(body, guards);
  return optional ? typed({ kind: 'optional', of: result.type }) : result;
}
