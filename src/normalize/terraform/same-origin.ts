import type { Origin } from '../../model/source.ts';
import type { Link, Text, Value } from '../../model/value.ts';

/** Whether two values that are not known are the same one: lost at the same place, with the same text around it. */
export function sameOrigin(left: Value, right: Value): boolean {
  if (left.kind === 'unknown' && right.kind === 'unknown')
    return sameLink(left.chain.at(-1), right.chain.at(-1));
  if (left.kind === 'text' && right.kind === 'text') return sameParts(left.parts, right.parts);
  if (left.kind === 'reference' && right.kind === 'reference')
    return left.target === right.target && left.attribute === right.attribute;
  return left.kind === 'known' && right.kind === 'known' && left.value === right.value;
}

const sameLink = (left: Link | undefined, right: Link | undefined): boolean =>
  left !== undefined && left.what === right?.what && samePlace(left.at, right.at);

const sameParts = (left: Text['parts'], right: Text['parts']): boolean =>
  left.length === right.length && left.every((part, index) => samePart(part, right[index]));

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
