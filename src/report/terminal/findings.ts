import type { Report, RuleSummary } from '../../model/report.ts';
import { causeHelp } from '../causes.ts';
import { snippetsFor } from '../fix.ts';
import { isNew } from '../gate-words.ts';
import { type Group, groupByRule } from '../order.ts';
import { missingWords } from '../summary.ts';
import { wrap } from '../text/layout.ts';
import { hang, type Style, severityColor } from '../text/style.ts';
import { type Cluster, clusterBlock, clusterLine, clustersOf, findingLine } from './finding-block.ts';

/** Places under one rule that are shown with their source; the others get a line each. */
const shownInFull = 5;
/** Of those others, while somebody watches. In a pipe or a file all of them are there. */
const shownAsLine = 20;
/** Unknown findings from which on it is worth summing up what is missing. */
const worthASum = 4;
/** Missing things that are named in the sum, while somebody watches. */
const shownMissing = 5;

/** One block a rule. */
export function* failures(report: Report, style: Style): Generator<string[]> {
  for (const group of groupByRule(report.results.filter(isNew), 'fail'))
    yield failureBlock(group, report, style);
}

/** One block a rule; at the end a sum of what is missing, when one thing is missing in several places. */
export function* unknowns(report: Report, style: Style): Generator<string[]> {
  for (const group of groupByRule(report.results.filter(isNew), 'unknown'))
    yield unknownBlock(group, report, style);
  yield missing(report, style);
}

function failureBlock(group: Group, report: Report, style: Style): string[] {
  const rule = report.rules.find(({ id }) => id === group.rule);
  const sign = style.paint(severityColor[group.severity], `${style.signs.fail} ${group.severity}`);
  return [
    ...heading(group, sign, style),
    ...members(group, style),
    ...(rule ? advice(rule, group, { report, style }) : []),
    ...label('more', `${report.tool.name} explain ${style.name(group.rule)}`, style),
  ];
}

function unknownBlock(group: Group, report: Report, style: Style): string[] {
  const causes = new Set(group.findings.flatMap(({ cause }) => (cause ? [cause] : [])));
  const sign = style.paint('magenta', `${style.signs.unknown} unknown`);
  return [
    ...heading(group, `${sign} (${group.severity})`, style),
    ...members(group, style),
    ...[...causes].flatMap(cause => label('help', causeHelp[cause].remedy, style)),
    ...label('more', `${report.tool.name} explain ${style.name(group.rule)}`, style),
  ];
}

function heading({ rule, title, findings }: Group, sign: string, style: Style): string[] {
  const { name, prose, paint } = style;
  const count = findings.length > 1 ? paint('dim', `  (${findings.length})`) : '';
  return hang(`${sign}  ${name(rule)}  ${paint('bold', prose(title))}${count}`, style);
}

function members({ findings }: Group, style: Style): string[] {
  const places = clustersOf(findings);
  // One more in full costs less than to say that there is one more.
  const full = places.length <= shownInFull + 1 ? places.length : shownInFull;
  const others = places.slice(full);
  const head = others.length > 0 ? [style.paint('dim', `  ${others.flat().length} more:`)] : [];
  return [
    ...places.slice(0, full).flatMap(place => clusterBlock(place, style)),
    ...head,
    ...(style.width === Infinity
      ? others.flat().map(finding => findingLine(finding, style))
      : folded(others, style)),
  ];
}

function folded(places: readonly Cluster[], style: Style): string[] {
  const rest = places.slice(shownAsLine).flat().length;
  const note = `  and ${rest} that are not listed here; -f compact lists every one`;
  return [
    ...places.slice(0, shownAsLine).flatMap(place => clusterLine(place, style)),
    ...(rest > 0 ? [style.paint('dim', note)] : []),
  ];
}

/** Why it matters and what to do, in the language of the inputs. */
function advice(
  { why, fix }: RuleSummary,
  { findings }: Group,
  { report, style }: { readonly report: Report; readonly style: Style },
): string[] {
  const code = snippetsFor(fix, findings, report.inputs).flatMap(({ text }) => text.trimEnd().split('\n'));
  return [
    ...label('why', style.prose(why), style),
    ...label('fix', style.prose(fix.summary), style),
    ...code.map(line => `        ${style.name(line)}`),
  ];
}

function missing({ results }: Report, style: Style): string[] {
  const counted = missingWords(results.filter(isNew));
  const total = sum(counted);
  if (total < worthASum || counted.length === total) return [];
  const { width, signs, paint, prose } = style;
  const shown = width === Infinity ? counted : counted.slice(0, shownMissing);
  const rest = total - sum(shown);
  return [
    paint('magenta', `${signs.unknown} ${total} unknown for want of`),
    ...shown.flatMap(([what, count]) => label(String(count).padStart(5), prose(what), style)),
    ...(rest > 0 ? label(String(rest).padStart(5), 'other things, each named above', style) : []),
  ];
}

const sum = (counted: readonly (readonly [string, number])[]): number =>
  counted.reduce((total, [, count]) => total + count, 0);

function label(word: string, text: string, { width, paint }: Style): string[] {
  return wrap(text, width - 8).map((line, index) =>
    index === 0 ? `  ${paint('dim', word.padEnd(5))} ${line}` : `${' '.repeat(8)}${line}`,
  );
}
