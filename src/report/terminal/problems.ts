import type { Problem } from '../../model/problem.ts';
import { sortProblems } from '../order.ts';
import { plural } from '../summary.ts';
import { wrap } from '../text/layout.ts';
import { hang, type Style } from '../text/style.ts';

/** What could not be read, parsed or reached, what is therefore not known, and what to do. */
export function problems(list: readonly Problem[], style: Style): string[] {
  if (list.length === 0) return [];
  const head = `${style.signs.problem} ${plural(list.length, 'problem')}: what could not be read is not known, and not passed`;
  return [
    ...hang(style.paint('yellow', head), style),
    ...sortProblems(list).flatMap(problem => problemBlock(problem, style)),
  ];
}

function problemBlock(problem: Problem, style: Style): string[] {
  const { paint, prose, width } = style;
  const { cause, message, effect, hint } = problem;
  const rows = [
    message,
    ...(effect === undefined ? [] : [`effect: ${effect}`]),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ];
  return [
    `  ${paint('cyan', placeOf(problem, style))}  ${cause}`,
    ...rows.flatMap(row => wrap(prose(row), width - 4).map(line => `    ${line}`)),
  ];
}

function placeOf({ path, region, account, awsRegion }: Problem, { name }: Style): string {
  if (path !== undefined) return name(path) + (region ? `:${region.line}:${region.column}` : '');
  const live = [account, awsRegion].filter(part => part !== undefined).join(' ');
  return live === '' ? 'run' : name(live);
}
