import type { Conditional, Dict, List, OneOf, Text, Value } from '../../model/value.ts';

/** True when two values are certainly the same, wherever they come from. Two unknowns never are. */
export function same(left: Value, right: Value): boolean {
  if (left === right) return left.kind !== 'unknown';
  switch (left.kind) {
    case 'known':
      return right.kind === 'known' && left.value === right.value;
    case 'reference':
      return right.kind === 'reference' && left.target === right.target && left.attribute === right.attribute;
    case 'absent':
      return right.kind === 'absent';
    case 'unknown':
      return false;
    default:
      return sameCompound(left, right);
  }
}

function sameCompound(left: Text | List | Dict | OneOf | Conditional, right: Value): boolean {
  if (left.kind === 'text') return right.kind === 'text' && sameParts(left.parts, right.parts);
  if (left.kind === 'list') return right.kind === 'list' && sameList(left, right);
  if (left.kind === 'dict') return right.kind === 'dict' && sameDict(left, right);
  if (left.kind === 'one-of') return right.kind === 'one-of' && sameOptions(left, right);
  return right.kind === 'conditional' && sameArms(left, right);
}

const sameOptions = (left: OneOf, right: OneOf): boolean =>
  left.choice === right.choice && sameAll(left.options, right.options);

const sameList = (left: List, right: List): boolean =>
  !left.rest && !right.rest && sameAll(left.items, right.items);

const sameArms = (left: Conditional, right: Conditional): boolean =>
  left.condition === right.condition && sameAll([left.then, left.otherwise], [right.then, right.otherwise]);

const sameAll = (left: readonly Value[], right: readonly Value[]): boolean =>
  left.length === right.length && left.every((value, index) => sameAt(value, right[index]));

const sameAt = (left: Value, right: Value | undefined): boolean => right !== undefined && same(left, right);

function sameParts(left: Text['parts'], right: Text['parts']): boolean {
  return left.length === right.length && left.every((part, index) => samePart(part, right[index]));
}

function samePart(left: string | Value, right: string | Value | undefined): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  return sameAt(left, right);
}

function sameDict(left: Dict, right: Dict): boolean {
  if (left.rest || right.rest || left.entries.size !== right.entries.size) return false;
  return [...left.entries].every(([key, value]) => sameAt(value, right.entries.get(key)));
}
