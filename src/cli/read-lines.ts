import type { Style } from '../report/text/style.ts';
import type { Read } from '../scan/request.ts';
import { columns } from './columns.ts';

/** The values that a rule read, one a line: the expression, what it gave, where from. */
export function readLines(reads: readonly Read[], { name, prose, signs }: Style): readonly string[] {
  const rows = reads.map(({ expr, value, origin, chain }) => [
    prose(expr),
    prose(value),
    [...(origin === undefined ? [] : [name(origin)]), ...chain.map(prose)].join(` ${signs.from} `),
  ]);
  return columns(rows)
    .split('\n')
    .filter(line => line !== '');
}
