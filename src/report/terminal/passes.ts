import type { Report } from '../../model/report.ts';
import { type Group, groupByRule } from '../order.ts';
import { notHere } from '../summary.ts';
import { hang, type Style } from '../text/style.ts';
import { findingLine } from './finding-block.ts';

/** What passed and what did not apply: a block a rule, a line a resource, with why it did not apply. */
export function passes(report: Report, style: Style): string[][] {
  const { results } = report;
  const passed = style.paint('green', `${style.signs.pass} pass`);
  const idle = style.paint('dim', `${style.signs.none} not applicable`);
  return [
    notHere(report),
    ...groupByRule(results, 'pass').map(group => block(group, passed, style)),
    ...groupByRule(results, 'not-applicable').map(group => block(group, idle, style)),
  ];
}

function block({ rule, title, findings }: Group, sign: string, style: Style): string[] {
  const head = hang(`${sign}  ${style.name(rule)}  ${style.prose(title)}`, style);
  return [...head, ...findings.map(finding => findingLine(finding, style))];
}
