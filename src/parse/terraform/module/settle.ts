import type { Problem } from '../../../model/problem.ts';
import { regionOf, type Origin } from '../../../model/source.ts';
import type { Machine } from '../expressions/scope.ts';
import { EvaluationError, type Term } from '../terms/term.ts';
import { lost } from '../terms/unknown.ts';

/** The value, or where Terraform would refuse it, a problem and an unknown. */
export function settle(work: () => Term, at: Origin, { report }: Pick<Machine, 'report'>): Term {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    report(mistake(error, at));
    return lost(error.message, error.at ?? at, { cause: 'parse-error' });
  }
}

/** What Terraform would refuse, at its place. */
export function mistake(error: EvaluationError, at: Origin): Problem {
  const place = error.at?.kind === 'span' ? error.at : at;
  return {
    cause: 'parse-error',
    message: `Terraform refuses this: ${error.message}.`,
    ...(place.kind === 'span' && { path: place.file.path, region: regionOf(place) }),
    effect: 'The value is unknown.',
  };
}
