import type { Unknown } from '../../model/value.ts';
import type { Truth } from './equal.ts';
import type { Failure } from './runtime.ts';
import { stronger } from './unknowns.ts';

/** True when one is true, false when all are false. */
export const anyTrue = (truths: readonly Truth[]): Truth => decide(truths, true);

/** False when one is false, true when all are true. */
export const allTrue = (truths: readonly Truth[]): Truth => decide(truths, false);

function decide(truths: readonly Truth[], decisive: boolean): Truth {
  let doubt: Unknown | Failure | undefined;
  for (const truth of truths) {
    if (truth === decisive) return decisive;
    if (typeof truth !== 'boolean') doubt = stronger(doubt, truth);
  }
  return doubt ?? !decisive;
}

export const not = (truth: Truth): Truth => (typeof truth === 'boolean' ? !truth : truth);
