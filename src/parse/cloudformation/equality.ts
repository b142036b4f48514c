import type { Condition, Link, OneOf, Text, Value } from '../../model/value.ts';
import { and, constant, not, or, picks } from './logic.ts';
import { same } from './same.ts';
import { scalarText } from './text.ts';

/** Why a comparison may stay open, and its identity: the same one has one truth wherever it is written. */
export interface Comparison {
  readonly choice: string;
  readonly because: Link;
}

/** More combinations of two choices are not compared one by one. */
const maximumPairs = 256;

/** `Fn::Equals`: texts are compared, so that `true` equals `"true"`. */
export function equality(left: Value, right: Value, comparison: Comparison): Condition {
  const pairs = leaves(left) * leaves(right);
  return pairs > maximumPairs ? { kind: 'open', ...comparison } : compare(left, right, comparison);
}

function compare(left: Value, right: Value, comparison: Comparison): Condition {
  if (left.kind === 'conditional') {
    const { condition, then, otherwise } = left;
    const [yes, no] = armsOf(right, condition);
    return or([
      and([condition, compare(then, yes, comparison)]),
      and([not(condition), compare(otherwise, no, comparison)]),
    ]);
  }
  if (left.kind === 'one-of') {
    const { choice, options } = left;
    return byOption(
      left,
      options.map((option, index) => compare(option, optionOf(right, choice, index), comparison)),
    );
  }
  if (right.kind === 'conditional' || right.kind === 'one-of') return compare(right, left, comparison);
  const decided = equal(left, right) ?? equal(right, left);
  return decided === undefined ? { kind: 'open', ...comparison } : constant(decided);
}

/** The same choice turns out the same on both sides. */
const optionOf = (value: Value, choice: string, index: number): Value =>
  value.kind === 'one-of' && value.choice === choice ? (value.options[index] ?? value) : value;

const armsOf = (value: Value, condition: Condition): readonly [Value, Value] =>
  value.kind === 'conditional' && value.condition === condition
    ? [value.then, value.otherwise]
    : [value, value];

function byOption(choice: OneOf, conditions: readonly Condition[]): Condition {
  const decided = conditions.map(condition => condition.kind === 'constant' && condition.value);
  const open = conditions.flatMap((condition, index) => {
    if (condition.kind === 'constant') return [];
    return [
      and([
        picks(
          choice,
          conditions.map((_, other) => other === index),
        ),
        condition,
      ]),
    ];
  });
  return or([picks(choice, decided), ...open]);
}

/** Undefined when the operands do not tell. */
function equal(left: Value, right: Value): boolean | undefined {
  if (left.kind === 'known' && right.kind === 'known') return scalarText(left) === scalarText(right);
  if (same(left, right)) return true;
  return right.kind === 'known' && !canEqual(left, scalarText(right)) ? false : undefined;
}

/** A value that is set is not empty; a resource that is pointed at has a name. */
function canEqual(value: Value, text: string): boolean {
  if (value.kind === 'text') return canBe(value, text);
  return text !== '' || (value.kind !== 'reference' && !(value.kind === 'unknown' && value.set));
}

/** Whether the known pieces of a text leave room for `whole`. */
function canBe({ parts }: Text, whole: string): boolean {
  const pieces = parts.map(part => {
    if (typeof part === 'string') return part;
    return part.kind === 'known' ? scalarText(part) : undefined;
  });
  let from = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece === undefined) continue;
    const at = index === 0 ? 0 : whole.indexOf(piece, from);
    if (at === -1 || !whole.startsWith(piece, at)) return false;
    from = at + piece.length;
  }
  const last = pieces.at(-1);
  return last === undefined || (whole.endsWith(last) && whole.length >= from);
}

function leaves(value: Value): number {
  if (value.kind === 'conditional') return leaves(value.then) + leaves(value.otherwise);
  if (value.kind === 'one-of') return value.options.reduce((sum, option) => sum + leaves(option), 0);
  return 1;
}
