import type { Text } from '../../../model/value.ts';
import type { DictOperand, ListOperand, Operand } from '../runtime.ts';
import type { Chars } from '../text-pattern.ts';
import { failure, isComposite, kindOf, opaque, unknownOfText } from '../unknowns.ts';

/** A string, or a text with holes; a reference, or an unknown of a shape, is a text of one hole. Nothing for other kinds. */
export function charsOf(operand: Operand | undefined): Chars | undefined {
  if (typeof operand === 'string') return operand;
  if (operand === undefined || !isComposite(operand)) return undefined;
  if (operand.kind === 'text') return operand;
  const isHole = operand.kind === 'reference' || (operand.kind === 'unknown' && operand.shape !== undefined);
  return isHole ? { kind: 'text', parts: [operand] } : undefined;
}

/** Why a function cannot say anything of these operands: one is not known, or not of the kind it takes. */
export function refuse(name: string, wanted: string, ...operands: readonly (Operand | undefined)[]): Operand {
  for (const operand of operands) {
    const reason = operand === undefined ? undefined : opaque(operand);
    if (reason?.kind === 'unknown') return reason;
  }
  const found = operands.map(operand => (operand === undefined ? 'nothing' : kindOf(operand))).join(', ');
  return failure(`${name}() needs ${wanted}, got ${found}`);
}

/** The answer of a question about texts; unknown when the holes decide. */
export function answer(decided: boolean | undefined, ...texts: readonly Chars[]): Operand {
  if (decided !== undefined) return decided;
  const holed = texts.find((text): text is Text => typeof text !== 'string');
  return holed ? unknownOfText(holed) : failure('the question is too large');
}

export function asList(operand: Operand | undefined): ListOperand | undefined {
  return operand !== undefined && isComposite(operand) && operand.kind === 'list' ? operand : undefined;
}

export function asDict(operand: Operand | undefined): DictOperand | undefined {
  return operand !== undefined && isComposite(operand) && operand.kind === 'dict' ? operand : undefined;
}
