import type { Call, Expr } from './ast.ts';
import { checkRelation, relationResult } from './check-relation.ts';
import { expectType, reportError, reportWarning, typed } from './checker.ts';
import type { Checked, Checker } from './checker.ts';
import { builtinKey } from './functions/builtin.ts';
import type { Builtin } from './functions/builtin.ts';
import { builtins, builtinTable } from './functions/table.ts';
import { noGuards } from './guards.ts';
import type { Guards } from './guards.ts';
import { suggest } from './suggest.ts';
import { bool, dyn, optionalOf, text, union } from './type.ts';
import type { Type } from './type.ts';

interface Operand {
  readonly expr: Expr;
  readonly type: Type;
}

/** A function call: the function exists, and its arguments can be of the types it takes. */
export function checkCall(call: Call, guards: Guards, checker: Checker): Checked {
  const exprs = call.receiver ? [call.receiver, ...call.args] : call.args;
  const operands = exprs.map(expr => ({ expr, type: checker.check(expr, guards).type }));
  const special = checkSpecial(call, operands, checker);
  if (special) return typed(special);
  const key = builtinKey(call.receiver ? 'method' : 'function', call.function, call.args.length);
  const builtin = builtinTable.get(key);
  if (!builtin) return unknownFunction(call, checker);
  builtin.takes.forEach((wanted, index) => expectArgument(call, { operands, index, wanted }, checker));
  checkRelation(call, operands, checker);
  checkAction(call, checker);
  return { ...typed(resultType(call, { builtin, operands }, checker)), whenTrue: presence(call, checker) };
}

function resultType(
  call: Call,
  { builtin, operands }: { builtin: Builtin; operands: readonly Operand[] },
  checker: Checker,
): Type {
  const related = relationResult(call, checker);
  if (related) return related;
  return typeof builtin.gives === 'function'
    ? builtin.gives(operands.map(({ type }) => type))
    : builtin.gives;
}

function expectArgument(
  call: Call,
  {
    operands,
    index,
    wanted,
  }: { readonly operands: readonly Operand[]; readonly index: number; readonly wanted: readonly Type[] },
  checker: Checker,
): void {
  const operand = operands[index];
  if (!operand) return;
  const position = call.receiver ? index : index + 1;
  const what =
    position === 0 ? `what ${call.function}() is called on` : `argument ${position} of ${call.function}()`;
  expectType(checker, operand, what, wanted);
}

const optional = optionalOf(dyn);

function checkSpecial(
  call: Call,
  [receiver, argument, ...others]: readonly Operand[],
  checker: Checker,
): Type | undefined {
  if (!call.receiver || !receiver || !argument || others.length > 0) return undefined;
  switch (call.function) {
    case 'matches':
      expectType(checker, receiver, 'what matches() is called on', [text]);
      checkPattern(argument, checker);
      return bool;
    case 'or':
      expectType(checker, receiver, 'what or() is called on', [optional]);
      expectType(checker, argument, 'argument 1 of or()', [optional]);
      return optionalOf(union(inside(receiver.type), inside(argument.type)));
    case 'orValue': {
      expectType(checker, receiver, 'what orValue() is called on', [optional]);
      const type = inside(receiver.type);
      expectType(checker, argument, 'the other value of orValue()', [widened(type)]);
      return withDefault(type, argument.type);
    }
    default:
      return undefined;
  }
}

const inside = (type: Type): Type => (type.kind === 'optional' ? type.of : dyn);

/** A literal does not say which other values there may be, and an empty list or map nothing of what is in others. */
function withDefault(type: Type, fallback: Type): Type {
  if (type.kind === 'dyn') return widened(fallback);
  const isEmpty = type.kind === fallback.kind && 'of' in fallback && fallback.of.kind === 'dyn';
  return isEmpty ? type : union(type, fallback);
}

const widened = (type: Type): Type => (type.kind === 'string' ? text : type);

function checkPattern(argument: Operand, checker: Checker): void {
  expectType(checker, argument, 'the pattern of matches()', [text]);
  const { expr } = argument;
  if (expr.kind !== 'literal' || typeof expr.value !== 'string') {
    reportWarning(checker, expr, {
      code: 'dynamic-pattern',
      message: 'the pattern is not a literal, so nobody can check it before it runs',
    });
    return;
  }
  const compiled = checker.env.regex?.compile(expr.value);
  if (compiled && typeof compiled !== 'function')
    reportError(checker, expr, {
      code: 'bad-pattern',
      message: compiled.problem,
      hint: 'patterns are RE2: no look-around, no back-references',
    });
}

const specialNames = ['matches', 'orValue', 'or', 'all', 'exists', 'exists_one', 'filter', 'map', 'optMap'];

const otherLanguages: ReadonlyMap<string, string> = new Map([
  ['length', 'size'],
  ['len', 'size'],
  ['includes', 'contains'],
  ['any', 'exists'],
  ['some', 'exists'],
  ['every', 'all'],
  ['toLowerCase', 'lowerAscii'],
  ['lower', 'lowerAscii'],
  ['toUpperCase', 'upperAscii'],
  ['upper', 'upperAscii'],
  ['match', 'matches'],
  ['test', 'matches'],
  ['defined', 'has'],
  ['exists', 'has'],
]);

function unknownFunction(call: Call, checker: Checker): Checked {
  const style = call.receiver ? 'method' : 'function';
  const same = builtins.filter(({ name }) => name === call.function);
  const message =
    same.length === 0
      ? `there is no function ${call.function}()`
      : `there is no ${style} ${call.function}() with ${call.args.length} argument${call.args.length === 1 ? '' : 's'}`;
  const other = otherLanguages.get(call.function);
  const names = [...builtins.map(({ name }) => name), ...specialNames, 'has'];
  const hint =
    same.length > 0 ? same.map(usage).join(' or ') : other ? `use ${other}()` : suggest(call.function, names);
  reportError(checker, call.name, { code: 'unknown-function', message, hint });
  return typed(dyn);
}

function usage({ name, style, takes }: Builtin): string {
  const count = takes.length - (style === 'method' ? 1 : 0);
  const args = Array.from({ length: count }, () => '…').join(', ');
  return style === 'method' ? `….${name}(${args})` : `${name}(${args})`;
}

/** `r.?A.?B.hasValue()` establishes that A and B are set. */
function presence(call: Call, checker: Checker): Guards {
  if (call.function !== 'hasValue' || !call.receiver) return noGuards;
  const keys = new Set<string>();
  for (let expr: Expr = call.receiver; expr.kind === 'select' || expr.kind === 'index'; expr = expr.operand) {
    const key = checker.keyOf(expr);
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

const actionMethods = new Set(['allowsAction', 'deniesAction', 'matchesAction']);

/** The action of a question is one action: a wildcard in it would only match itself. */
function checkAction(call: Call, checker: Checker): void {
  const [action] = call.args;
  if (!actionMethods.has(call.function) || action?.kind !== 'literal' || typeof action.value !== 'string')
    return;
  if (/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action.value)) return;
  reportError(checker, action, {
    code: 'not-an-action',
    message: `${JSON.stringify(action.value)} is not one action`,
    hint: "such as 'bedrock:InvokeModel'; the wildcards are in the statement",
  });
}
