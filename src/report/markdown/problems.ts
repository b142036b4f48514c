import type { Problem } from '../../model/problem.ts';
import type { NotConfigured } from '../../model/report.ts';
import { sortProblems } from '../order.ts';
import { markdownCode, markdownProse } from '../text/markdown.ts';
import { printableJson } from '../text/printable.ts';
import type { Block } from './block.ts';
import { table } from './table.ts';

/** Rows of each list; a comment is no place for more. */
const rowLimit = 50;

/** What could not be read, parsed or reached. */
export function problemBlock(problems: readonly Problem[]): Block[] {
  const rows = sortProblems(problems).map(({ path, region, account, awsRegion, ...problem }) => {
    const live = [account, awsRegion].filter(part => part !== undefined).join(' ');
    const place = path === undefined ? live : path + (region ? `:${region.line}:${region.column}` : '');
    const { message, effect, hint } = problem;
    const text = [message, effect ? `Effect: ${effect}` : '', hint ? `Hint: ${hint}` : ''];
    return [
      markdownCode(place),
      problem.cause,
      text
        .filter(part => part !== '')
        .map(markdownProse)
        .join('<br>'),
    ];
  });
  return listOf('problems', 'What could not be read is not known, and not passed', [
    ['Where', 'Cause', 'What'],
    ...rows,
  ]);
}

/** Rules that wait for a parameter. */
export function notConfiguredBlock(list: readonly NotConfigured[]): Block[] {
  const rows = list.map(({ rule, parameters }) => [
    markdownCode(rule),
    parameters.map(({ name }) => markdownCode(name)).join('<br>'),
    parameters
      .map(({ description, example }) =>
        example === undefined
          ? markdownProse(description)
          : `${markdownProse(description)} Example: ${markdownCode(printableJson(example))}`,
      )
      .join('<br>'),
  ]);
  return listOf(
    'rules without a parameter',
    'These rules did not run: set the parameters in plumbline.yaml',
    [['Rule', 'Parameter', 'What it is'], ...rows],
  );
}

function listOf(what: string, title: string, [head = [], ...rows]: readonly string[][]): Block[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, rowLimit);
  const rest = rows.length - shown.length;
  const text = [
    `### ${title} (${rows.length})`,
    table(head, shown),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
  return [{ what, text: text.join('\n\n'), listed: shown.length, total: rows.length }];
}
