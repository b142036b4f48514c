import type { Text, Unknown } from '../../model/value.ts';
import type { Binary, BinaryOperator, Unary } from './ast.ts';
import { longestString, spend } from './budget.ts';
import { notBool } from './compile-logic.ts';
import type { Compiler, Run } from './compiler.ts';
import { equals, inList } from './equal.ts';
import type { Truth } from './equal.ts';
import { concatenate, isDoubtful, keysOf, read } from './force.ts';
import type { DictOperand, Failure, Frame, ListOperand, Operand } from './runtime.ts';
import { textEquals } from './text-match.ts';
import {
  failure,
  firstOpaque,
  isComposite,
  isFailure,
  kindOf,
  opaque,
  stronger,
  unknownOfText,
} from './unknowns.ts';

/** `!` and `-`. */
export function compileUnary({ operator, operand }: Unary, { compile }: Compiler): Run {
  const run = compile(operand);
  if (operator === '!')
    return frame => {
      const value = run(frame);
      return typeof value === 'boolean' ? !value : notBool(value, '!');
    };
  return frame => {
    const value = run(frame);
    return typeof value === 'number'
      ? 0 - value
      : (opaque(value) ?? failure(`'-' needs a number, this is ${kindOf(value)}`));
  };
}

type Apply = (left: Operand, right: Operand, frame: Frame) => Operand;

const operators: Readonly<Record<BinaryOperator, Apply>> = {
  '==': equals,
  '!=': (left, right, frame) => negate(equals(left, right, frame)),
  in: contains,
  '<': comparison('<', (left, right) => left < right),
  '<=': comparison('<=', (left, right) => left <= right),
  '>': comparison('>', (left, right) => left > right),
  '>=': comparison('>=', (left, right) => left >= right),
  '+': add,
  '-': arithmetic('-', (left, right) => left - right),
  '*': arithmetic('*', (left, right) => left * right),
  '/': division('/', (left, right) => Math.trunc(left / right)),
  '%': division('%', (left, right) => left % right),
};

/** Operators of two operands. Each is strict: unknown in, unknown out, but where the known parts decide. */
export function compileBinary(expr: Binary, { compile }: Compiler): Run {
  const left = compile(expr.left);
  const right = compile(expr.right);
  const { operator } = expr;
  if (operator === '==' || operator === '!=') return compileEquality(left, right, operator === '==');
  const apply = operators[operator];
  return frame => apply(left(frame), right(frame), frame);
}

function compileEquality(left: Run, right: Run, wanted: boolean): Run {
  return frame => {
    const mine = left(frame);
    const theirs = right(frame);
    // Most comparisons are of two scalars; the rest take the long way.
    if (typeof mine !== 'object' && typeof theirs !== 'object') return (mine === theirs) === wanted;
    const equal = equals(mine, theirs, frame);
    return wanted ? equal : negate(equal);
  };
}

const negate = (truth: Truth): Truth => (typeof truth === 'boolean' ? !truth : truth);

function comparison(
  operator: string,
  compare: (left: string | number | boolean, right: string | number | boolean) => boolean,
): Apply {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return compare(left, right);
    if (typeof left === 'string' && typeof right === 'string') return compareText(left, right, compare);
    if (typeof left === 'boolean' && typeof right === 'boolean') return compare(left, right);
    return firstOpaque(left, right) ?? mismatch(operator, left, right);
  };
}

/** By code point, as CEL orders strings; JavaScript's own order differs above U+FFFF. */
function compareText(
  left: string,
  right: string,
  compare: (left: number, right: number) => boolean,
): boolean {
  let at = 0;
  while (at < left.length && left.codePointAt(at) === right.codePointAt(at)) at += 1;
  return compare(left.codePointAt(at) ?? -1, right.codePointAt(at) ?? -1);
}

function mismatch(operator: string, left: Operand, right: Operand): Failure {
  return failure(`cannot apply '${operator}' to ${kindOf(left)} and ${kindOf(right)}`);
}

function arithmetic(operator: string, compute: (left: number, right: number) => number): Apply {
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number')
      return exact(left, right, compute(left, right));
    return firstOpaque(left, right) ?? mismatch(operator, left, right);
  };
}

/** A result that could not be represented is a failure and not another number. */
function exact(left: number, right: number, result: number): number | Failure {
  const integers = Number.isInteger(left) && Number.isInteger(right);
  const fits = integers ? Number.isSafeInteger(result) : Number.isFinite(result);
  return fits ? result : failure('the number is out of range');
}

function division(operator: string, compute: (left: number, right: number) => number): Apply {
  return (left, right) => {
    if (typeof left !== 'number' || typeof right !== 'number')
      return firstOpaque(left, right) ?? mismatch(operator, left, right);
    if (!Number.isInteger(left) || !Number.isInteger(right)) return failure(`'${operator}' needs integers`);
    return right === 0 ? failure('division by zero') : compute(left, right) + 0;
  };
}

function add(left: Operand, right: Operand, frame: Frame): Operand {
  if (typeof left === 'number' && typeof right === 'number') return exact(left, right, left + right);
  const joined = joinText(left, right) ?? joinLists(left, right, frame);
  return joined ?? firstOpaque(left, right) ?? mismatch('+', left, right);
}

/** Strings and texts join; beside one of them an unknown or a reference can only be a string, and becomes a hole. */
function joinText(left: Operand, right: Operand): string | Text | Failure | undefined {
  if (!isText(left) && !isText(right)) return undefined;
  const first = textPart(left);
  const second = textPart(right);
  if (first === undefined || second === undefined) return undefined;
  const joined = concatenate(first, second);
  const length =
    typeof joined === 'string' ? joined.length : joined.parts.reduce((sum, part) => sum + lengthOf(part), 0);
  return length > longestString ? failure('the string is too long') : joined;
}

const lengthOf = (part: Text['parts'][number]): number => (typeof part === 'string' ? part.length : 1);

function isText(operand: Operand): boolean {
  return typeof operand === 'string' || (isComposite(operand) && operand.kind === 'text');
}

function textPart(
  operand: Operand,
): string | Text | Extract<Operand, { kind: 'unknown' | 'reference' }> | undefined {
  if (typeof operand === 'string') return operand;
  if (!isComposite(operand)) return undefined;
  const { kind } = operand;
  return kind === 'text' || kind === 'unknown' || kind === 'reference' ? operand : undefined;
}

/** Beside a list an unknown can only be a list: what is known of the other one stays known. */
function joinLists(left: Operand, right: Operand, frame: Frame): ListOperand | undefined {
  if (!isList(left) && !isList(right)) return undefined;
  const first = isList(left) ? left : openList(left);
  const second = isList(right) ? right : openList(right);
  if (!first || !second) return undefined;
  const items = [...first.items, ...second.items];
  spend(frame, items.length);
  const rest = first.rest ?? second.rest;
  return { kind: 'list', items, ...(rest && { rest }) };
}

function isList(operand: Operand): operand is ListOperand {
  return isComposite(operand) && operand.kind === 'list';
}

function openList(operand: Operand): ListOperand | undefined {
  const rest = opaque(operand);
  return rest?.kind === 'unknown' ? { kind: 'list', items: [], rest } : undefined;
}

function contains(value: Operand, collection: Operand, frame: Frame): Truth {
  if (isList(collection)) return inList(value, collection, frame);
  if (isComposite(collection) && collection.kind === 'dict') return inDict(value, collection, frame);
  return (
    firstOpaque(value, collection) ?? failure(`'in' needs a list or a map, this is ${kindOf(collection)}`)
  );
}

function inDict(value: Operand, dict: DictOperand, frame: Frame): Truth {
  if (typeof value === 'string') return isKey(read(dict, value, frame));
  const { keys, rest } = keysOf(dict, frame);
  if (!isComposite(value)) return false;
  if (value.kind === 'text') return inKeys(value, keys, rest);
  const reason = opaque(value);
  if (reason?.kind === 'unknown' && keys.length === 0 && !rest) return false;
  return reason ?? false;
}

function isKey(found: Operand | undefined): Truth {
  if (found === undefined) return false;
  return isDoubtful(found) || isFailure(found) ? found : true;
}

function inKeys(value: Text, keys: readonly string[], rest: Unknown | undefined): Truth {
  const possible = keys.some(key => textEquals(value, key) !== false);
  return stronger(possible ? unknownOfText(value) : undefined, rest) ?? false;
}
