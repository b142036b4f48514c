import type { Link, Reference, Scalar, Text, Unknown } from '../../model/value.ts';
import type { Failure, Operand } from './runtime.ts';

/** The rule did something undefined. */
export const failure = (message: string): Failure => ({ kind: 'failure', message });

/** What the author of a template wrote is not what AWS takes; no fault of the rule. */
export const malformed = (what: string): Unknown => ({
  kind: 'unknown',
  cause: 'parse-error',
  chain: [{ what }],
});

export const isUnknown = (operand: Operand): operand is Unknown =>
  typeof operand === 'object' && operand !== null && operand.kind === 'unknown';

/** True for everything but the scalars. */
export const isComposite = (operand: Operand): operand is Exclude<Operand, Scalar> =>
  typeof operand === 'object' && operand !== null;

export const isFailure = (operand: Operand): operand is Failure =>
  typeof operand === 'object' && operand !== null && operand.kind === 'failure';

/**
 * What a strict operator does with an operand it cannot look into: unknown and failure as they are; of a reference
 * and of a text with holes the value is unknown. Nothing for every other operand.
 */
export function opaque(operand: Operand): Unknown | Failure | undefined {
  if (typeof operand !== 'object' || operand === null) return undefined;
  switch (operand.kind) {
    case 'unknown':
    case 'failure':
      return operand;
    case 'reference':
      return unknownOfReference(operand);
    case 'text':
      return unknownOfText(operand);
    default:
      return undefined;
  }
}

/** Of two operands the one that decides a strict operator: unknown wins over failure, the first over the second. */
export function firstOpaque(left: Operand, right: Operand): Unknown | Failure | undefined {
  return stronger(opaque(left), opaque(right));
}

/** Unknown wins over failure: a completion of the unknown might have decided before the failure is met. */
export function stronger(
  left: Unknown | Failure | undefined,
  right: Unknown | Failure | undefined,
): Unknown | Failure | undefined {
  if (left === undefined) return right;
  return left.kind === 'failure' && right?.kind === 'unknown' ? right : left;
}

/** The value of a reference: it is set, but only the deployment knows what it is. */
export function unknownOfReference({ target, attribute, at }: Reference): Unknown {
  const name = target.slice(target.lastIndexOf('#') + 1);
  const what = attribute === 'Ref' ? `Ref ${name}` : `${name}.${attribute}`;
  return unknownSet({ what: `${what} is known only once it is deployed`, ...(at && { at }) });
}

/** The whole of a text with holes: as unknown as its first hole. */
export function unknownOfText({ parts, at }: Text): Unknown {
  for (const part of parts) {
    if (typeof part === 'string') continue;
    if (part.kind === 'unknown') return { kind: 'unknown', cause: part.cause, chain: part.chain, set: true };
    if (part.kind === 'reference') return unknownOfReference(part);
  }
  return unknownSet({ what: 'a part of the text is not known', ...(at && { at }) });
}

function unknownSet(link: Link): Unknown {
  return { kind: 'unknown', cause: 'unresolved-value', chain: [link], set: true };
}

/** The kind of a known operand, in the words of CEL. */
export function kindOf(operand: Operand): string {
  if (operand === null) return 'null';
  if (typeof operand === 'boolean') return 'bool';
  if (typeof operand !== 'object') return typeof operand;
  if (operand.kind === 'dict') return 'map';
  return operand.kind === 'text' ? 'string' : operand.kind;
}
