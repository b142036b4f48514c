import type { Text } from '../../../model/value.ts';
import { concatenate } from '../force.ts';
import type { Element, Operand } from '../runtime.ts';
import { splitUntilHole } from '../split-text.ts';
import { textEquals } from '../text-match.ts';
import type { Chars } from '../text-pattern.ts';
import { objectOf, text } from '../type.ts';
import { failure, unknownOfText } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { charsOf, refuse } from './operands.ts';

const fields = ['partition', 'service', 'region', 'account', 'resource'] as const;

/**
 * `arn:partition:service:region:account:resource`. Of a text with holes the parts before the first hole that may hold
 * a colon are known, the ones after it are not, but for the end of the resource.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
function arn([subject]: readonly Operand[]): Operand {
  const chars = charsOf(subject);
  if (chars === undefined) return refuse('arn', 'a string', subject);
  const { pieces, cut } =
    typeof chars === 'string' ? { pieces: chars.split(':'), cut: undefined } : splitUntilHole(chars, ':');
  const [prefix, ...others] = pieces;
  if (prefix !== undefined && textEquals(prefix, 'arn') === false)
    return failure('arn(): the string is not an ARN');
  if (typeof chars === 'string' || cut === undefined) return whole(others);
  if (prefix === undefined) return unknownOfText(chars);
  return partly(others, cut, chars);
}

function whole(pieces: readonly Chars[]): Operand {
  if (pieces.length < fields.length) return failure('arn(): the string is not an ARN');
  return arnOf([...pieces.slice(0, 4), concatenate(...joined(pieces.slice(4)))]);
}

function partly(pieces: readonly Chars[], after: Text['parts'], chars: Text): Operand {
  if (pieces.length >= 4) return wholeFrom(pieces, chars);
  const missing = unknownOfText(chars);
  // The resource is shortest when the hole holds as few colons as it can; it ends with that in every case.
  const tail = splitUntilHole({ kind: 'text', parts: after }, ':');
  const end = tail.cut ? [] : tail.pieces.slice(Math.min(4 - pieces.length, tail.pieces.length - 1));
  const resource = concatenate(missing, ...joined(end));
  return arnOf([...pieces, ...fields.slice(pieces.length, 4).map(() => missing), resource]);
}

const joined = (pieces: readonly Chars[]): Chars[] =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [':', piece]));

/** The hole is in the resource, where colons do not matter. */
function wholeFrom(pieces: readonly Chars[], { parts }: Text): Operand {
  const before = pieces.slice(0, 4);
  let left = 5;
  const resource: Text['parts'][number][] = [];
  for (const part of parts) {
    if (left === 0) resource.push(part);
    else if (typeof part === 'string') {
      const split = part.split(':');
      const used = Math.min(left, split.length - 1);
      left -= used;
      if (left === 0) resource.push(split.slice(used).join(':'));
    }
  }
  return arnOf([...before, concatenate(...resource)]);
}

function arnOf(parts: readonly Element[]): Operand {
  const entries = new Map<string, Element>();
  for (const [index, field] of fields.entries()) entries.set(field, parts[index] ?? '');
  return { kind: 'dict', entries };
}

const arnType = objectOf('arn', Object.fromEntries(fields.map(field => [field, text])));

/** `arn(x)`: the parts of an ARN. */
export const arnFunctions: readonly Builtin[] = [
  { name: 'arn', style: 'function', takes: [[text]], gives: arnType, texts: true, run: arn },
];
