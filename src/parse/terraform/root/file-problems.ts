import type { Problem } from '../../../model/problem.ts';
import type { SourceFile } from '../../../model/source.ts';
import type { SyntaxProblem } from '../../../syntax/node.ts';

/** What is wrong with a file, as problems of the run. */
export const fileProblems = ({ path }: SourceFile, problems: readonly SyntaxProblem[]): readonly Problem[] =>
  problems.map(({ message, region }) => ({
    cause: 'parse-error',
    message,
    path,
    region,
    effect: 'What stands there is not assessed; the rest of the module is.',
    fatal: true,
  }));
