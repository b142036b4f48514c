import { rejected } from '../../catalog/diagnostic.ts';
import type { CaseResult } from '../../scan/request.ts';
import { flagOf } from '../answers.ts';
import { counted } from '../counted.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Handler } from '../io.ts';
import { ruleSources, type RuleSources } from '../rule-sources.ts';

/** Runs the cases of rules. A rule without cases fails: nothing is known of it. */
export const rulesTestCommand: Handler = async ({ args, options, io }) => {
  const sources = await ruleSources(args, io);
  if (sources.diagnostics.length > 0) throw rejected('rules do not load', sources.diagnostics);
  const { testRules } = await import('../../scan/test-rules.ts');
  const results = await testRules(sources);
  const failed = results.filter(({ details }) => details.length > 0);
  const untested = sources.rules.filter(({ cases }) => cases.length === 0);
  if (flagOf(options, 'verbose')) io.stdout.write(results.map(line).join(''));
  else io.stdout.write(failed.map(line).join(''));
  io.stdout.write(untested.map(({ rule }) => `FAIL ${rule.id}: it has no cases\n`).join(''));
  io.stdout.write(summary(sources, results, failed.length + untested.length));
  return failed.length + untested.length === 0 ? exitCodes.ok : exitCodes.findings;
};

function line({ rule, case: name, path, region, details }: CaseResult): string {
  const verdict = details.length === 0 ? 'ok  ' : 'FAIL';
  return [
    `${verdict} ${rule}: ${name}`,
    ...(details.length === 0
      ? []
      : [`     at ${path}:${region.line}`, ...details.map(text => `     ${text}`)]),
  ]
    .map(text => `${text}\n`)
    .join('');
}

const summary = ({ rules }: RuleSources, results: readonly CaseResult[], failed: number): string =>
  `${counted(rules.length, 'rule')}, ${counted(results.length, 'case')}, ${failed} failed\n`;
