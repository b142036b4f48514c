import type { Report } from '../../model/report.ts';
import {
  acceptanceOf,
  isNew,
  knownWords,
  trustHeading,
  trustWords,
  worrying,
  worryOf,
} from '../gate-words.ts';
import { sortFindings } from '../order.ts';
import { sayingOf } from '../reason.ts';
import { markdownCode, markdownHtml, markdownProse } from '../text/markdown.ts';
import type { Block } from './block.ts';
import { table } from './table.ts';

/** Rows of each list; a comment is no place for more. */
const rowLimit = 50;

/** What a reviewer must see of what decides: changes that wait for the merge, waivers that need somebody. */
export function decisionBlocks(report: Report): Block[] {
  const { trust } = report;
  const changes = trust?.changes ?? [];
  return [
    ...folded({
      what: 'changes to what decides',
      title: trust ? trustHeading(trust) : '',
      head: ['Change'],
      rows: changes.map(change => [markdownProse(trustWords(change))]),
      open: true,
    }),
    ...folded({
      what: 'waivers that need a look',
      title: 'Waivers that need a look',
      head: ['Where', 'What'],
      rows: worrying(report).map(use => [markdownCode(use.where), markdownProse(worryOf(use))]),
      open: true,
    }),
  ];
}

/** What was accepted, what was there before, what is gone. */
export function settledBlocks({ results, comparison }: Report): Block[] {
  const waived = sortFindings(results.filter(({ verdict }) => verdict === 'waived'));
  const known = sortFindings(results.filter(finding => !isNew(finding)));
  return [
    ...folded({
      what: 'waived',
      title: 'Waived: accepted, and no pass',
      head: ['Rule', 'Resource', 'Accepted by'],
      rows: waived.map(finding => [
        markdownCode(finding.rule),
        `~~${markdownCode(finding.resource.name)}~~`,
        `${markdownProse(finding.waiver?.note ?? '')}<br>${markdownProse(acceptanceOf(finding))}`,
      ]),
    }),
    ...folded({
      what: 'unchanged',
      title: `Unchanged against ${(comparison?.with ?? []).join(' and ')}`,
      head: ['Rule', 'Resource', 'What'],
      rows: known.map(finding => [
        markdownCode(finding.rule),
        markdownCode(finding.resource.name),
        markdownProse(`${finding.verdict}: ${sayingOf(finding)}`),
      ]),
    }),
    ...folded({
      what: 'fixed',
      title: 'Fixed',
      head: ['What'],
      rows: (comparison?.fixed ?? []).map(one => [markdownProse(knownWords(one))]),
    }),
    ...folded({
      what: 'notes on the comparison',
      title: 'Not compared',
      head: ['What'],
      rows: (comparison?.notes ?? []).map(note => [markdownProse(note)]),
      open: true,
    }),
  ];
}

interface List {
  readonly what: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly open?: true;
}

function folded({ what, title, head, rows, open }: List): Block[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, rowLimit);
  const rest = rows.length - shown.length;
  const text = [
    `<details${open ? ' open' : ''}><summary><b>${markdownHtml(title)}</b> (${rows.length})</summary>`,
    table(head, shown),
    ...(rest > 0 ? [`and ${rest} more`] : []),
    '</details>',
  ];
  return [{ what, text: text.join('\n\n'), listed: shown.length, total: rows.length }];
}
