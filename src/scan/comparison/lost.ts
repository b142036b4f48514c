import type { Problem } from '../../model/problem.ts';
import type { Input } from '../../model/report.ts';
import type { BaseTree } from '../request.ts';

/**
 * What was assessed in the other commit, is still there, and is assessed no more: a file with another ending, in a folder
 * that nobody looks into, one that git ignores now or that is no template any longer. What it holds may well be deployed.
 */
export function lostInputs(
  { name, renames }: Pick<BaseTree, 'name' | 'renames'>,
  {
    before,
    now,
    exists,
  }: {
    readonly before: readonly Input[];
    readonly now: readonly Input[];
    readonly exists: (path: string) => boolean;
  },
): readonly Problem[] {
  const moved = new Map([...renames].map(([to, from]) => [from, to]));
  const present = new Set(now.map(({ path }) => path));
  return before.flatMap(({ path: was, status, format }): Problem[] => {
    const path = moved.get(was) ?? was;
    if (status !== 'parsed' || present.has(path) || !exists(path)) return [];
    const formerly = path === was ? '' : `, as ${was}`;
    return [
      {
        cause: 'out-of-view',
        message: `was read in ${name}${formerly}${format === undefined ? '' : ` (${format})`}, and is not read now`,
        path,
        effect: 'nothing is known about what is in it',
        hint: 'take it away if it is used no more, or name it: a file that is named is always read',
      },
    ];
  });
}
