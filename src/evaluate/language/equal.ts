import type { Scalar, Text, Unknown } from '../../model/value.ts';
import { elementsOf, force, keysOf, read } from './force.ts';
import type { DictOperand, Element, Failure, Frame, ListOperand, Operand, Optional } from './runtime.ts';
import { textEquals } from './text-match.ts';
import { failure, firstOpaque, isComposite, stronger, unknownOfText } from './unknowns.ts';

/** A truth that may not be known. */
export type Truth = boolean | Unknown | Failure;

/** What is compared when neither side is a scalar. */
type Composite = Exclude<Operand, Scalar>;

/** Three-valued deep equality. Values of different kinds are not equal; one known difference is enough. */
export function equals(left: Operand, right: Operand, frame: Frame): Truth {
  if (!isComposite(left)) return equalsScalar(left, right);
  return isComposite(right) ? equalComposites(left, right, frame) : equalsScalar(right, left);
}

function equalComposites(left: Composite, right: Composite, frame: Frame): Truth {
  switch (left.kind) {
    case 'list':
      return right.kind === 'list' ? equalLists(left, right, frame) : equalOpaque(left, right);
    case 'dict':
      return right.kind === 'dict' ? equalDicts(left, right, frame) : equalOpaque(left, right);
    case 'resource':
      return right.kind === 'resource' ? left.key === right.key : equalOpaque(left, right);
    case 'optional':
      return right.kind === 'optional' ? equalOptionals(left, right, frame) : equalOpaque(left, right);
    default:
      return equalOpaque(left, right);
  }
}

function equalOptionals(left: Optional, right: Optional, frame: Frame): Truth {
  if (left.value === undefined || right.value === undefined) return left.value === right.value;
  return equals(left.value, right.value, frame);
}

function equalsScalar(scalar: Scalar, other: Operand): Truth {
  if (!isComposite(other)) return scalar === other;
  switch (other.kind) {
    case 'unknown':
      return other.shape ? equalsText({ kind: 'text', parts: [other] }, scalar) : other;
    case 'failure':
      return other;
    case 'reference':
      return equalsText({ kind: 'text', parts: [other] }, scalar);
    case 'text':
      return equalsText(other, scalar);
    default:
      return false;
  }
}

/** A text may stand for a number or a bool that is written as a string. */
function equalsText(text: Text, scalar: Scalar): Truth {
  if (scalar === null) return false;
  return (typeof scalar === 'string' ? textEquals(text, scalar) : undefined) ?? unknownOfText(text);
}

function equalOpaque(left: Composite, right: Composite): Truth {
  const reason = firstOpaque(left, right);
  if (reason === undefined) return false;
  if (isSameHole(left, right)) return true;
  return (left.kind === 'text' && right.kind === 'text' ? textEquals(left, right) : undefined) ?? reason;
}

/** Two references to one attribute, or two unknowns that say that they are one. */
function isSameHole(left: Composite, right: Composite): boolean {
  if (left.kind === 'reference' && right.kind === 'reference')
    return left.target === right.target && left.attribute === right.attribute;
  const one = left.kind === 'unknown' ? left.one : undefined;
  return one !== undefined && right.kind === 'unknown' && right.one === one;
}

function equalLists(left: ListOperand, right: ListOperand, frame: Frame): Truth {
  const mine = elementsOf(left, frame);
  const theirs = elementsOf(right, frame);
  if (!left.rest && !right.rest)
    return mine.length === theirs.length
      ? equalPairs(
          mine.map((element, index) => [element, theirs[index]]),
          frame,
        )
      : false;
  const tooLong = (!right.rest && mine.length > theirs.length) || (!left.rest && theirs.length > mine.length);
  return tooLong ? false : (left.rest ?? right.rest ?? true);
}

function equalDicts(left: DictOperand, right: DictOperand, frame: Frame): Truth {
  const mine = keysOf(left, frame);
  const theirs = keysOf(right, frame);
  const shared = mine.keys.filter(key => right.entries.has(key) || theirs.rest);
  if (shared.length < mine.keys.length) return false;
  if (!mine.rest && theirs.keys.some(key => read(left, key, frame) === undefined)) return false;
  if (mine.keys.some(key => read(right, key, frame) === undefined)) return false;
  const pairs = equalPairs(
    mine.keys.map(key => [read(left, key, frame) ?? null, read(right, key, frame)]),
    frame,
  );
  return pairs === true ? (mine.rest ?? theirs.rest ?? true) : pairs;
}

function equalPairs(
  pairs: readonly (readonly [Element | Operand, Element | Operand | undefined])[],
  frame: Frame,
): Truth {
  let doubt: Unknown | Failure | undefined;
  for (const [mine, theirs] of pairs) {
    if (theirs === undefined) return false;
    const left = force(mine, frame);
    const right = force(theirs, frame);
    const equal =
      left === undefined || right === undefined ? failure('an element vanished') : equals(left, right, frame);
    if (equal === false) return false;
    if (equal !== true) doubt = stronger(doubt, equal);
  }
  return doubt ?? true;
}

/** `value in list`: one match proves it; only a closed list without unknown elements disproves it. */
export function inList(value: Operand, list: ListOperand, frame: Frame): Truth {
  let doubt: Unknown | Failure | undefined;
  for (const element of elementsOf(list, frame)) {
    const operand = force(element, frame);
    const equal = operand === undefined ? false : equals(value, operand, frame);
    if (equal === true) return true;
    if (equal !== false) doubt = stronger(doubt, equal);
  }
  return stronger(doubt, list.rest) ?? failureOf(value) ?? false;
}

function failureOf(value: Operand): Failure | undefined {
  return typeof value === 'object' && value?.kind === 'failure' ? value : undefined;
}
