import type { Report } from '../model/report.ts';
import { comparisonWords } from './gate-words.ts';
import type { ReportOptions } from './options.ts';
import { inPieces } from './pieces.ts';
import {
  coverageWords,
  gateWords,
  leftOutWords,
  notCreatedWords,
  scopeWords,
  skippedWords,
  verdictWords,
} from './summary.ts';
import { accounts } from './terminal/accounts.ts';
import { failures, unknowns } from './terminal/findings.ts';
import { attention, fixed, unchanged, waived } from './terminal/gate.ts';
import { notConfigured } from './terminal/not-configured.ts';
import { passes } from './terminal/passes.ts';
import { problems } from './terminal/problems.ts';
import { type Color, hang, type Style, styleOf } from './text/style.ts';

/**
 * For people. Failures first, the worst of them first; then what is unknown and why, what could not be read, what did
 * not run; then what all of it covers and what the gate made of it. Blocks of lines, parted by a blank line.
 */
export const terminal = inPieces(function* (report, options) {
  let before = '';
  for (const block of blocksOf(report, options)) {
    if (block.length === 0) continue;
    yield `${before}${block.join('\n')}`;
    before = '\n\n';
  }
  yield '\n';
});

function* blocksOf(report: Report, options: ReportOptions): Generator<readonly string[]> {
  const style = styleOf(options);
  yield accounts(report, style);
  yield* failures(report, style);
  yield* unknowns(report, style);
  yield* waived(report, style);
  yield unchanged(report, { all: options.verdicts === 'all', style });
  yield fixed(report, style);
  yield problems(report.problems, style);
  yield* attention(report, style);
  if (!options.quiet) yield notConfigured(report.notConfigured, style);
  if (options.verdicts === 'all') yield* passes(report, style);
  yield options.quiet ? [gateLine(report, style)] : closing(report, style);
}

function closing(report: Report, style: Style): string[] {
  const { paint, prose, signs } = style;
  const dot = ` ${signs.dot} `;
  const skipped = skippedWords(report.inputs);
  const leftOut = leftOutWords(report);
  const notCreated = notCreatedWords(report);
  const lines = [
    ...allClear(report, style),
    [...scopeWords(report), duration(report.run.seconds)].join(dot),
    ...(skipped.length > 0 ? [paint('dim', `skipped: ${prose(skipped.join(', '))}`)] : []),
    ...(leftOut.length > 0 ? [paint('dim', `left out: ${prose(leftOut.join(', '))}`)] : []),
    ...(notCreated.length > 0 ? [paint('dim', `not created: ${prose(notCreated.join(', '))}`)] : []),
    verdictWords(report).join(dot),
    ...comparisonWords(report).map(words => prose(words)),
    coverageWords(report) +
      (report.complete ? '' : dot + paint('yellow', 'incomplete: some of it was not assessed')),
  ];
  // The gate line is one line, whatever the width: it is looked for.
  return [...lines.flatMap(line => hang(line, style)), gateLine(report, style)];
}

/** Says that nothing failed, and never more than is known. */
function allClear({ coverage, complete, problems: { length } }: Report, { paint, signs }: Style): string[] {
  const { fail, unknown } = coverage.verdicts;
  if (fail > 0) return [];
  if (coverage.decided === null) return [paint('yellow', `${signs.unknown} nothing was decided`)];
  if (unknown > 0 || length > 0 || !complete || coverage.rules.notConfigured > 0) {
    return [paint('yellow', `${signs.unknown} nothing failed of what was decided; not all was`)];
  }
  return [paint('green', `${signs.pass} nothing failed`)];
}

function gateLine(report: Report, { paint, prose, signs }: Style): string {
  const { settings, outcome, reason } = gateWords(report);
  const color: Color = report.gate.exitCode === 0 ? 'green' : 'red';
  return `gate: ${settings} ${signs.to} ${paint(color, outcome)}: ${prose(reason)}`;
}

const duration = (seconds: number): string =>
  seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;
