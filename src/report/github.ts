import type { Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { Severity } from '../model/rule.ts';
import type { Region } from '../model/source.ts';
import { causeHelp } from './causes.ts';
import type { Reporter, ReportOptions } from './options.ts';
import { sortFindings, sortProblems } from './order.ts';
import { sayingOf } from './reason.ts';
import { coverageWords, gateWords, plural, scopeWords, verdictWords } from './summary.ts';
import { sentence } from './text/printable.ts';

/** GitHub shows this many annotations of each level of a step, and none of the others. */
const levelLimit = 10;

const levels = ['error', 'warning', 'notice'] as const;
type Level = (typeof levels)[number];

const levelOf: Record<Severity, Level> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
};

interface Annotation {
  readonly level: Level;
  /** What it is counted as when it is left out. */
  readonly what: 'problem' | 'failure' | 'unknown verdict';
  readonly title: string;
  /** Lines. */
  readonly text: readonly string[];
  readonly place?: { readonly path: string } & Partial<Region>;
}

/**
 * For the log of a GitHub workflow: a command for each annotation that GitHub will show, then how many it would not, then
 * the summary. What hides a verdict comes first: what could not be read, then failures, then what is unknown.
 */
export const github: Reporter = (report, options) => {
  const annotations = [
    ...sortProblems(report.problems).map(problemAnnotation),
    ...newOnes(report, 'fail').map(finding => failureAnnotation(finding, report, options)),
    ...newOnes(report, 'unknown').map(unknownAnnotation),
  ];
  const shown = levels.flatMap(level => annotations.filter(one => one.level === level).slice(0, levelLimit));
  const { settings, outcome, reason } = gateWords(report);
  const lines = [
    ...shown.map(commandOf),
    ...leftOut(annotations.filter(annotation => !shown.includes(annotation))),
    [...scopeWords(report), ...verdictWords(report)].join(', '),
    coverageWords(report) + (report.complete ? '' : '; incomplete: some of it was not assessed'),
    `gate: ${settings}: ${outcome}: ${sentence(reason)}`,
  ];
  return `${lines.join('\n')}\n`;
};

/** What was there before the change under review is not its author's to read again. */
const newOnes = ({ results }: Report, verdict: 'fail' | 'unknown'): Finding[] =>
  sortFindings(results.filter(result => result.verdict === verdict && result.change !== 'unchanged'));

function problemAnnotation({
  cause,
  message,
  effect,
  hint,
  fatal,
  path,
  region,
  ...live
}: Problem): Annotation {
  const where = [live.account, live.awsRegion].filter(part => part !== undefined).join(' ');
  return {
    level: fatal ? 'error' : 'warning',
    what: 'problem',
    title: `not assessed: ${cause}`,
    text: [where === '' ? message : `${where}: ${message}`, effect ?? '', hint ?? ''],
    ...(path === undefined ? {} : { place: { path, ...region } }),
  };
}

function failureAnnotation(finding: Finding, { rules }: Report, { rulePage }: ReportOptions): Annotation {
  const fix = rules.find(({ id }) => id === finding.rule)?.fix.summary ?? '';
  const page = rulePage(finding.rule) ?? '';
  return {
    level: finding.stage === 'preview' ? 'notice' : levelOf[finding.severity],
    what: 'failure',
    title: `${finding.severity}: ${finding.title} (${finding.rule})`,
    text: [`${finding.resource.name}: ${sayingOf(finding)}`, fix === '' ? '' : `Fix: ${fix}`, page],
    ...placeOf(finding),
  };
}

function unknownAnnotation(finding: Finding): Annotation {
  const remedy = finding.cause ? causeHelp[finding.cause].remedy : '';
  return {
    level: finding.stage === 'preview' ? 'notice' : 'warning',
    what: 'unknown verdict',
    title: `unknown (${finding.severity}): ${finding.title} (${finding.rule})`,
    text: [`${finding.resource.name}: ${sayingOf(finding)}`, remedy],
    ...placeOf(finding),
  };
}

const placeOf = ({ location }: Finding): Pick<Annotation, 'place'> => (location ? { place: location } : {});

function leftOut(annotations: readonly Annotation[]): string[] {
  const counts = (['problem', 'failure', 'unknown verdict'] as const)
    .map(what => [annotations.filter(one => one.what === what).length, what] as const)
    .filter(([count]) => count > 0)
    .map(([count, what]) => plural(count, what));
  if (counts.length === 0) return [];
  return [
    `${counts.join(', ')} without an annotation: GitHub shows ${levelLimit} of each level; the other formats list all`,
  ];
}

/** `::error file=infra/agent.yaml,line=3,endLine=3,col=5,endColumn=9,title=…::message` */
function commandOf({ level, title, text, place }: Annotation): string {
  const properties = Object.entries({ ...(place && positionOf(place)), title: sentence(title) })
    .map(([name, value]) => `${name}=${escaped(String(value), /[%\r\n:,]/g)}`)
    .join(',');
  const lines = text.map(line => sentence(line)).filter(line => line !== '');
  return `::${level} ${properties}::${escaped(lines.join('\n'), /[%\r\n]/g)}`;
}

/** GitHub takes columns only where a region is within one line; ours end behind their last character. */
function positionOf({
  path,
  line,
  column = 1,
  endLine = line,
  endColumn = column,
}: NonNullable<Annotation['place']>) {
  const file = sentence(path);
  if (line === undefined) return { file };
  if (endLine !== line) return { file, line, endLine };
  return { file, line, endLine, col: column, endColumn: Math.max(column, endColumn - 1) };
}

const escaped = (text: string, characters: RegExp): string => text.replaceAll(characters, encodeURIComponent);
