import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { NotConfigured, NotCreatedResources, Report } from '../model/report.ts';
import type { Region } from '../model/source.ts';
import { comparisonWords, isNew, knownWords, trustWords, worrying, worryOf } from './gate-words.ts';
import type { ReportOptions } from './options.ts';
import { groupByRule, sortProblems } from './order.ts';
import { inPieces } from './pieces.ts';
import { sayingOf } from './reason.ts';
import { coverageWords, gateWords, notHere, scopeWords, verdictWords } from './summary.ts';
import { type Style, styleOf } from './text/style.ts';

/**
 * One line a finding, to grep and for editors: `path:line:col: severity rule verdict message [resource]`.
 * A live finding has its ARN for a path. The last line is the summary.
 */
export const compact = inPieces(function* (report, options) {
  for (const line of linesOf(report, options)) yield `${line}\n`;
});

function* linesOf(report: Report, options: ReportOptions): Generator<string> {
  const style = styleOf({ ...options, color: false });
  const verdicts =
    options.verdicts === 'all'
      ? (['fail', 'unknown', 'waived', 'pass', 'not-applicable'] as const)
      : (['fail', 'unknown', 'waived'] as const);
  for (const verdict of verdicts)
    for (const { findings } of groupByRule(report.results, verdict))
      for (const finding of findings) yield findingLine(finding, style);
  yield* sortProblems(report.problems).map(problem => problemLine(problem, style));
  if (!options.quiet) yield* report.notConfigured.map(rule => notConfiguredLine(rule, style));
  if (!options.quiet) yield* (report.notCreated ?? []).map(one => notCreatedLine(one, style));
  yield* gateLines(report, style);
  if (options.verdicts === 'all') yield* notHere(report).map(note => `run: ${note}`);
  yield options.quiet ? gateLine(report, style) : summaryLine(report, style);
}

function findingLine(finding: Finding, { name, prose, signs }: Style): string {
  const { location, resource } = finding;
  const place = location ? `${name(location.path)}:${position(location)}` : name(resource.key);
  const known = isNew(finding) ? '' : ' (unchanged)';
  return `${place}: ${finding.severity} ${name(finding.rule)} ${finding.verdict} ${prose(sayingOf(finding, signs.from))}${known} [${name(resource.name)}]`;
}

function problemLine(
  { path, region, account, awsRegion, cause, message, effect }: Problem,
  style: Style,
): string {
  const live = [account, awsRegion].filter(part => part !== undefined).join('/');
  const place = path === undefined ? live : path + (region ? `:${position(region)}` : '');
  const text = [message, ...(effect === undefined ? [] : [effect])].join('; ');
  return `${style.name(place === '' ? 'run' : place)}: problem ${cause} ${style.prose(text)}`;
}

function notConfiguredLine({ rule, parameters }: NotConfigured, style: Style): string {
  const names = parameters.map(({ name }) => style.name(name)).join(', ');
  return `run: not-configured ${style.name(rule)} did not run, it needs a value for ${names}`;
}

function notCreatedLine({ path, reason, resources }: NotCreatedResources, { name, prose }: Style): string {
  return `${name(path)}: not-created ${prose(reason)}: ${resources.map(name).join(', ')}`;
}

/** What was fixed, and what somebody has to do something about, a line each. */
function gateLines(report: Report, { prose }: Style): string[] {
  const { comparison, trust } = report;
  return [
    ...(comparison?.fixed ?? []).map(one => `run: fixed ${prose(knownWords(one))}`),
    ...(comparison?.notes ?? []).map(note => `run: comparison ${prose(note)}`),
    ...worrying(report).map(use => `${prose(use.where)}: waiver ${prose(worryOf(use))}`),
    ...(trust ? trust.changes.map(change => `run: after merge ${prose(trustWords(change))}`) : []),
  ];
}

function summaryLine(report: Report, style: Style): string {
  const counts = [
    scopeWords(report).join(', '),
    verdictWords(report).join(', '),
    ...comparisonWords(report).map(words => style.prose(words)),
    coverageWords(report),
  ];
  return `${counts.join('; ')}; ${gateLine(report, style)}`;
}

function gateLine(report: Report, { signs, prose }: Style): string {
  const { settings, outcome, reason } = gateWords(report);
  return `gate: ${settings} ${signs.to} ${outcome}: ${prose(reason)}`;
}

const position = ({ line, column }: Region): string => `${line}:${column}`;
