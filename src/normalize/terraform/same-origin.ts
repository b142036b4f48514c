import type { Origin } from '../../model/source.ts';
import type { Value } from '../../model/value.ts';

/** Whether two values that are not known are the same one: lost at the same place, with the same text around it. */
export function sameOrigin(left: Value, right: Value): boolean {
  if (left.kind === 'unknown' && right.kind === 'unknown') {
    const [first, second] = [left.chain.at(-1), right.chain.at(-1)];
    return (
      first !== undefined &&
      second !== undefined &&
      first.what === second.what &&
      samePlace(first.at, second.at)
    );
  }
  if (left.kind === 'text' && right.kind === 'text') {
    return (
      left.parts.length === right.parts.length &&
      left.parts.every((part, index) => samePart(part, right.parts[index]))
    );
  }
  if (left.kind === 'reference' && right.kind === 'reference')
    return left.target === right.target && left.attribute === right.attribute;
  return left.kind === 'known' && right.kind === 'known' && left.value === right.value;
}

function samePart(left: string | Value, right: string | Value | undefined): boolean {
  if (typeof left === 'string' || typeof right === 'string') return left === right;
  return right !== undefined && sameOrigin(left, right);
}

function samePlace(left: Origin | undefined, right: Origin | undefined): boolean {
  return (
    left?.kind === 'span' &&
    right?.kind === 'span' &&
    left.file.path === right.file.path &&
    left.start === right.start
  );
}
