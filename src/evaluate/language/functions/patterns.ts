import type { Operand } from '../runtime.ts';
import { globMatches } from '../text-match.ts';
import { bool, text } from '../type.ts';
import { failure } from '../unknowns.ts';
import type { Builtin } from './builtin.ts';
import { cidrContains } from './cidr.ts';
import { answer, charsOf, refuse } from './operands.ts';

function globMatch([pattern, subject]: readonly Operand[]): Operand {
  const glob = charsOf(pattern);
  const chars = charsOf(subject);
  if (glob === undefined || chars === undefined) return refuse('globMatch', 'strings', pattern, subject);
  return answer(globMatches(glob, chars), glob, chars);
}

function contains([outer, inner]: readonly Operand[]): Operand {
  if (typeof outer !== 'string' || typeof inner !== 'string')
    return refuse('cidrContains', 'strings', outer, inner);
  return cidrContains(outer, inner) ?? failure('cidrContains() needs address ranges such as 10.0.0.0/16');
}

/** `globMatch(pattern, text)` with IAM's wildcards, `cidrContains(outer, inner)`. */
export const patternFunctions: readonly Builtin[] = [
  { name: 'globMatch', style: 'function', takes: [[text], [text]], gives: bool, texts: true, run: globMatch },
  { name: 'cidrContains', style: 'function', takes: [[text], [text]], gives: bool, run: contains },
];
