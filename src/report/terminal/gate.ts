import type { Finding } from '../../model/finding.ts';
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
import { type Group, groupByRule } from '../order.ts';
import { plural } from '../summary.ts';
import { wrap } from '../text/layout.ts';
import { hang, type Style } from '../text/style.ts';
import { findingLine } from './finding-block.ts';

/** Rows of a list while somebody watches. In a pipe or a file all of them are there. */
const shownRows = 10;

/** What was accepted: a block a rule, a line a finding. It is no pass. */
export function waived({ results }: Report, style: Style): string[][] {
  const sign = style.paint('dim', `${style.signs.none} waived`);
  return groupByRule(results, 'waived').map(({ rule, title, findings }: Group) => [
    ...hang(`${sign}  ${style.name(rule)}  ${style.prose(title)}`, style),
    ...findings.flatMap(finding => [
      findingLine(finding, style),
      ...row(acceptanceOf(finding), 4, style).map(line => style.paint('dim', line)),
    ]),
  ]);
}

/** What was there before: counted by rule, listed with all verdicts. */
export function unchanged(
  { results, comparison }: Report,
  { all, style }: { readonly all: boolean; readonly style: Style },
): string[] {
  const known = results.filter(finding => !isNew(finding));
  if (!comparison || known.length === 0) return [];
  const { paint, signs, name, prose } = style;
  const head = `${signs.none} ${plural(known.length, 'finding')} unchanged against ${comparison.with.join(' and ')}`;
  const groups = [...groupByRule(known, 'fail'), ...groupByRule(known, 'unknown')];
  return [
    ...hang(paint('dim', prose(head)), style),
    ...groups.flatMap(({ rule, findings }) => [
      `  ${String(findings.length).padStart(5)}  ${name(rule)}${verdictAside(findings)}`,
      ...(all ? findings.map(finding => findingLine(finding, style)) : []),
    ]),
  ];
}

const verdictAside = ([first]: readonly Finding[]): string =>
  first?.verdict === 'unknown' ? ' (unknown)' : '';

/** What is not there any more, and what could not be compared. */
export function fixed({ comparison }: Report, style: Style): string[] {
  if (!comparison) return [];
  const { paint, signs, prose } = style;
  const { fixed: gone, notes } = comparison;
  return [
    ...(gone.length > 0 ? [paint('green', `${signs.pass} ${gone.length} fixed`)] : []),
    ...listed(gone.map(knownWords), style),
    ...notes.flatMap(note => hang(`${signs.problem} ${prose(note)}`, style)),
  ];
}

/** Waivers that need their owner, and what would decide after the merge. */
export function attention(report: Report, style: Style): string[][] {
  const { paint, signs, prose } = style;
  const uses = worrying(report);
  const { trust } = report;
  const needs = uses.length === 1 ? 'needs' : 'need';
  return [
    uses.length === 0
      ? []
      : [
          paint('yellow', `${signs.problem} ${plural(uses.length, 'waiver')} ${needs} a look`),
          ...uses.flatMap(use => [`  ${paint('cyan', prose(use.where))}`, ...row(worryOf(use), 4, style)]),
        ],
    trust
      ? [
          ...hang(paint(trust.changes.length > 0 ? 'yellow' : 'dim', prose(trustHeading(trust))), style),
          ...trust.changes.flatMap(change => row(trustWords(change), 2, style)),
        ]
      : [],
  ];
}

/** A line of a list, which goes on below itself. */
const row = (text: string, indent: number, { width, prose }: Style): string[] =>
  wrap(prose(text), width - indent).map(line => ' '.repeat(indent) + line);

function listed(rows: readonly string[], style: Style): string[] {
  const shown = style.width === Infinity ? rows : rows.slice(0, shownRows);
  const rest = rows.length - shown.length;
  return [
    ...shown.flatMap(text => row(text, 2, style)),
    ...(rest > 0 ? [style.paint('dim', `  and ${rest} more; -f compact lists every one`)] : []),
  ];
}
