import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { causeHelp } from '../causes.ts';
import { snippetsFor } from '../fix.ts';
import { isNew } from '../gate-words.ts';
import type { ReportOptions } from '../options.ts';
import { type Group, groupByRule } from '../order.ts';
import { saidOf } from '../reason.ts';
import { markdownBlock, markdownCode, markdownHtml, markdownLink, markdownProse } from '../text/markdown.ts';
import type { Block } from './block.ts';
import { table } from './table.ts';

/** Rows under one rule; a comment is no place for more. */
const rowLimit = 50;
/** Up to this many rows a rule is unfolded. */
const openLimit = 5;

export function failureBlocks(report: Report, options: ReportOptions): Block[] {
  return groupByRule(report.results.filter(isNew), 'fail').map(group =>
    blockOf('failures', group, { sign: `✗ ${group.severity}`, below: adviceOf(group, report, options) }),
  );
}

export function unknownBlocks({ results }: Report): Block[] {
  return groupByRule(results.filter(isNew), 'unknown').map(group => {
    const causes = new Set(group.findings.flatMap(({ cause }) => (cause ? [cause] : [])));
    const below = [...causes].map(cause => causeHelp[cause].remedy);
    return blockOf('unknown', group, { sign: `? unknown (${group.severity})`, below });
  });
}

/** What passed and what did not apply. */
export function otherBlocks({ results }: Report): Block[] {
  return [
    ...groupByRule(results, 'pass').map(group => blockOf('passes', group, { sign: '✓ pass', below: [] })),
    ...groupByRule(results, 'not-applicable').map(group =>
      blockOf('not applicable', group, { sign: '– not applicable', below: [] }),
    ),
  ];
}

function adviceOf({ rule: id, findings }: Group, report: Report, { rulePage }: ReportOptions): string[] {
  const rule = report.rules.find(one => one.id === id);
  const page = rulePage(id);
  return [
    ...(rule ? [markdownProse(rule.why), `**Fix:** ${markdownProse(rule.fix.summary)}`] : []),
    ...(rule ? snippetsFor(rule.fix, findings, report.inputs) : []).map(({ language, text }) =>
      markdownBlock(language, text),
    ),
    ...(page === undefined ? [] : [markdownLink('All about this rule', page)]),
  ];
}

function blockOf(
  what: string,
  { rule, title, findings }: Group,
  { sign, below }: { readonly sign: string; readonly below: readonly string[] },
): Block {
  const shown = findings.slice(0, rowLimit);
  const rest = findings.length - shown.length;
  const summary = `<b>${sign}</b> <code>${markdownHtml(rule)}</code> ${markdownHtml(title)} (${findings.length})`;
  const parts = [
    `<details${findings.length <= openLimit ? ' open' : ''}><summary>${summary}</summary>`,
    table(['Resource', 'Where', 'What'], shown.map(rowOf)),
    ...(rest > 0 ? [`and ${rest} more`] : []),
    ...below,
    '</details>',
  ];
  return { what, text: parts.join('\n\n'), listed: shown.length, total: findings.length };
}

function rowOf(finding: Finding): string[] {
  const { resource, property, location } = finding;
  const { message, reason, note } = saidOf(finding);
  const what = [resource.name, ...(property === undefined ? [] : [property])].map(markdownCode).join(' ');
  const place = location ? `${location.path}:${location.line}:${location.column}` : resource.key;
  return [
    what,
    markdownCode(place),
    [message, reason, note]
      .filter(part => part !== '')
      .map(markdownProse)
      .join('<br>'),
  ];
}
