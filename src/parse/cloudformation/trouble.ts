import type { Problem } from '../../model/problem.ts';
import { regionOf, type Span } from '../../model/source.ts';
import type { Unknown } from '../../model/value.ts';
import { lost } from './compose.ts';
import type { Scope } from './scope.ts';

/** What is wrong with a template, at its place. */
export function problemAt(at: Span, message: string, more: Partial<Problem> = {}): Problem {
  return { cause: 'parse-error', message, path: at.file.path, region: regionOf(at), ...more };
}

/** Reports what CloudFormation would refuse, and leaves the value unknown. */
export function malformed(scope: Scope, at: Span, message: string): Unknown {
  scope.instance.run.report(problemAt(at, message, { effect: 'The value is unknown.' }));
  return lost('parse-error', [{ what: message, at }], at);
}
