import { exitCodes } from '../src/cli/exit-codes.ts';
import type { Report } from '../src/model/report.ts';
import { severities } from '../src/model/rule.ts';
import type { Scanned } from './scan.ts';

const verdicts: Readonly<Record<number, string>> = {
  [exitCodes.ok]: 'passed',
  [exitCodes.findings]: 'failed',
  [exitCodes.incomplete]: 'incomplete',
};

/** The counts of a run; without a report they are not known, and empty. */
const counts: Readonly<Record<string, (report: Report) => number | ''>> = {
  fail: ({ coverage }) => coverage.verdicts.fail,
  unknown: ({ coverage }) => coverage.verdicts.unknown,
  waived: ({ coverage }) => coverage.verdicts.waived,
  pass: ({ coverage }) => coverage.verdicts.pass,
  new: ({ comparison }) => comparison?.new.fail ?? '',
  ...Object.fromEntries(
    severities.map(severity => [
      severity,
      ({ results }: Report) =>
        results.filter(({ verdict, severity: own }) => verdict === 'fail' && own === severity).length,
    ]),
  ),
};

/** Every output is there in every run. */
export function outputsOf({ exitCode, report, sarifFile = '', jsonFile = '' }: Scanned) {
  return [
    ['verdict', verdicts[exitCode] ?? 'error'],
    ['exit-code', exitCode],
    ['complete', report?.complete ?? false],
    ...Object.entries(counts).map(([name, count]) => [name, report ? count(report) : ''] as const),
    ['sarif-file', sarifFile],
    ['json-file', jsonFile],
  ] as const;
}
