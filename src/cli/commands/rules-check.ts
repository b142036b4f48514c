import { placeOf, type Diagnostic } from '../../catalog/diagnostic.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Handler } from '../io.ts';
import { ruleSources } from '../rule-sources.ts';

/** Loads rules with every check and type-checks their expressions. Every mistake is one line, `path:line:column`. */
export const rulesCheckCommand: Handler = async ({ args, options, io }) => {
  const sources = await ruleSources(args, options, io);
  const { checkRules } = await import('../../scan/check-rules.ts');
  const rules = sources.rules.map(({ rule }) => rule);
  const found = await checkRules({ ...sources, rules });
  const problems: readonly Diagnostic[] = [
    ...sources.diagnostics,
    ...found.filter(({ severity }) => severity === 'error'),
  ];
  for (const warning of found.filter(({ severity }) => severity === 'warning')) {
    io.stderr.write(`warning: ${lineOf(warning)}\n`);
  }
  for (const problem of problems) io.stdout.write(`${lineOf(problem)}\n`);
  const untested = sources.rules.filter(({ cases }) => cases.length === 0);
  for (const { rule } of untested) io.stderr.write(`warning: ${rule.id} has no cases\n`);
  io.stderr.write(
    `${rules.length} rules checked, ${problems.length === 1 ? '1 mistake' : `${problems.length} mistakes`}\n`,
  );
  return problems.length === 0 ? exitCodes.ok : exitCodes.usage;
};

const lineOf = (problem: Diagnostic): string =>
  `${placeOf(problem)}: ${problem.message}${problem.hint === undefined ? '' : ` (${problem.hint})`}`;
