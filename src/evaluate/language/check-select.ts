import type { Expr, Has, Index, Select } from './ast.ts';
import { expectType, reportError, typed } from './checker.ts';
import type { Checked, Checker } from './checker.ts';
import { noGuards } from './guards.ts';
import type { Guards } from './guards.ts';
import { statementType } from './policy-types.ts';
import { suggest } from './suggest.ts';
import { dyn, int, listOf, optionalOf, showType, text } from './type.ts';
import type { FieldType, Type } from './type.ts';

/** `operand.field`: the field exists, and is certainly set where it is read without `.?`. */
export function checkSelect(expr: Select, guards: Guards, checker: Checker): Checked {
  const { type } = checker.check(expr.operand, guards);
  const field = fieldOf(expr, type, checker);
  if (type.kind === 'optional' || expr.optional) return typed(optionalOf(field.type));
  if (field.optional) requireGuard(expr, { name: expr.field, type, guards }, checker);
  return typed(field.type);
}

/** `has(operand.field)`: the field exists; where it is true the field is set. */
export function checkHas({ target }: Has, guards: Guards, checker: Checker): Checked {
  const { type } = checker.check(target.operand, guards);
  fieldOf(target, type, checker);
  const key = checker.keyOf(target);
  return typed({ kind: 'bool' }, key === undefined ? noGuards : new Set([key]));
}

/** The field of a type. What is not there is reported, and can be anything from there on. */
function fieldOf(expr: Select, type: Type, checker: Checker): FieldType {
  const operand = type.kind === 'optional' ? type.of : type;
  if (operand.kind === 'dyn')
    return { type: expr.field === 'statements' ? listOf(statementType) : dyn, optional: false };
  if (operand.kind === 'map') return { type: operand.of, optional: true };
  const field = operand.kind === 'object' ? operand.field(expr.field) : undefined;
  if (field) return field;
  const hint = operand.kind === 'object' ? fieldHint(operand, expr.field) : notAnObject(operand);
  reportError(checker, expr.name, {
    code: 'unknown-field',
    message: `${showType(operand)} has no field '${expr.field}'`,
    hint,
  });
  return { type: dyn, optional: false };
}

function fieldHint(operand: Extract<Type, { kind: 'object' }>, name: string): string | undefined {
  const near = operand.hint?.(name) ?? suggest(name, operand.fieldNames());
  if (near !== undefined) return near;
  const names = operand.fieldNames();
  return names.length <= 12 ? `its fields are ${names.join(', ')}` : undefined;
}

function notAnObject(type: Type): string | undefined {
  return type.kind === 'list' ? 'a list has elements: use exists(), all(), filter() or map()' : undefined;
}

/** Reports a read of something that may be absent, unless a guard around it says that it is there. */
function requireGuard(
  expr: Select | Index,
  { name, type, guards }: { readonly name: string; readonly type: Type; readonly guards: Guards },
  checker: Checker,
): void {
  if (checker.env.absentAllowed) return;
  const key = checker.keyOf(expr);
  if (key !== undefined && guards.has(key)) return;
  const range = expr.kind === 'select' ? expr.name : expr.index;
  const isKey = type.kind === 'map' || expr.kind === 'index';
  const message = isKey
    ? `the key ${JSON.stringify(name)} may be absent`
    : `'${name}' is optional and may be absent`;
  const hint = isKey
    ? `guard it with '…' in …, or use [?…].orValue(…)`
    : `guard it with has(….${name}), or use .?${name}.orValue(…)`;
  reportError(checker, range, { code: 'maybe-absent', message, hint });
}

/** `operand[index]`: an integer into a list, a string into a map. */
export function checkIndex(expr: Index, guards: Guards, checker: Checker): Checked {
  const { type } = checker.check(expr.operand, guards);
  const operand = type.kind === 'optional' ? type.of : type;
  const index = { expr: expr.index, type: checker.check(expr.index, guards).type };
  const lenient = expr.optional || type.kind === 'optional';
  const found = elementOf(expr, { operand, index, lenient, guards }, checker);
  return typed(lenient ? optionalOf(found) : found);
}

interface IndexContext {
  readonly operand: Type;
  readonly index: { readonly expr: Expr; readonly type: Type };
  readonly lenient: boolean;
  readonly guards: Guards;
}

function elementOf(expr: Index, context: IndexContext, checker: Checker): Type {
  const { operand, index } = context;
  switch (operand.kind) {
    case 'dyn':
      return dyn;
    case 'list':
      expectType(checker, index, 'the index of a list', [int]);
      return operand.of;
    case 'map':
    case 'object':
      expectType(checker, index, 'the key of a map', [text]);
      return valueOf(expr, { ...context, operand }, checker);
    default:
      reportError(checker, expr, { code: 'type', message: `${showType(operand)} cannot be indexed` });
      return dyn;
  }
}

type Keyed = Exclude<Type, { kind: 'dyn' | 'bool' | 'int' | 'double' | 'null' | 'string' }>;

function valueOf(
  expr: Index,
  { operand, index, lenient, guards }: IndexContext & { readonly operand: Keyed },
  checker: Checker,
): Type {
  const literal = index.expr.kind === 'literal' ? index.expr.value : undefined;
  const name = typeof literal === 'string' ? literal : '…';
  const field = operand.kind === 'object' ? operand.field(name) : { type: operand.of, optional: true };
  if (!lenient && field?.optional !== false) requireGuard(expr, { name, type: operand, guards }, checker);
  return field?.type ?? dyn;
}
