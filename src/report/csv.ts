import { verdicts as allVerdicts, type Finding } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { ReportOptions } from './options.ts';
import { sortFindings, sortProblems } from './order.ts';
import { inPieces } from './pieces.ts';
import { saidOf } from './reason.ts';
import { sentence } from './text/printable.ts';

const columns = [
  'verdict',
  'stage',
  'severity',
  'rule',
  'title',
  'resource',
  'type',
  'account',
  'region',
  'path',
  'line',
  'column',
  'property',
  'message',
  'cause',
  'chain',
  'fix',
  'change',
  'waiver',
  'waiver owner',
  'waiver expires',
  'waiver reason',
  'waiver ticket',
  'id',
] as const;

type Row = Partial<Record<(typeof columns)[number], string | number | undefined>>;

/**
 * A table for a spreadsheet, RFC 4180. What is waived is in it with its waiver. What could not be assessed is in it, as rows of the verdicts `not-assessed` (a
 * file, a call) and `not-configured` (a rule), so that a list without failures is not taken for more than it is.
 */
export const csv = inPieces(function* (report, { verdicts }) {
  yield `${columns.join(',')}\n`;
  for (const row of rowsOf(report, verdicts)) yield `${columns.map(column => cell(row[column])).join(',')}\n`;
});

function* rowsOf(report: Report, verdicts: ReportOptions['verdicts']): Generator<Row> {
  const wanted = allVerdicts.filter(
    verdict => verdicts === 'all' || (verdict !== 'pass' && verdict !== 'not-applicable'),
  );
  yield* sortProblems(report.problems).map(problemRow);
  for (const verdict of wanted)
    for (const finding of sortFindings(report.results.filter(result => result.verdict === verdict)))
      yield findingRow(finding, report);
  for (const { rule, parameters } of report.notConfigured) {
    const names = parameters.map(({ name }) => name).join(', ');
    yield { verdict: 'not-configured', rule, message: `needs a value for ${names}` };
  }
}

function problemRow({ cause, message, path, region, account, awsRegion, effect, hint }: Problem): Row {
  return {
    verdict: 'not-assessed',
    account,
    region: awsRegion,
    path,
    line: region?.line,
    column: region?.column,
    message: [message, effect].filter(part => part !== undefined).join('; '),
    cause,
    fix: hint,
  };
}

function findingRow(finding: Finding, { rules }: Report): Row {
  const { id, rule, title, severity, stage, verdict, cause, chain, property, resource, change } = finding;
  return {
    verdict,
    stage: stage === 'preview' ? 'in preview' : undefined,
    severity,
    rule,
    title,
    resource: resource.key,
    type: resource.type,
    account: resource.account,
    region: resource.region,
    property,
    message: saidOf(finding).message,
    cause,
    chain: chain.join(' ← '),
    fix: verdict === 'fail' ? rules.find(one => one.id === rule)?.fix.summary : undefined,
    change,
    id,
    ...placeColumns(finding),
    ...waiverColumns(finding),
  };
}

const placeColumns = ({ location }: Finding): Row => ({
  path: location?.path,
  line: location?.line,
  column: location?.column,
});

const waiverColumns = ({ waiver }: Finding): Row => ({
  waiver: waiver?.note,
  'waiver owner': waiver?.owner,
  'waiver expires': waiver?.expires,
  'waiver reason': waiver?.reason,
  'waiver ticket': waiver?.ticket,
});

/** A spreadsheet takes a text that begins like a formula for one; an apostrophe in front makes it text. */
function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = sentence(value).replace(/^(?=[=+\-@|%])/, "'");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
