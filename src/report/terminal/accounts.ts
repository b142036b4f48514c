import type { Report } from '../../model/report.ts';
import { accountCounts, accountRows } from '../account-words.ts';
import { hang, type Style } from '../text/style.ts';

/** Accounts shown of those that were not wholly read; the others are counted. */
const most = 20;

/** Which accounts were read, and which not: the first thing to know of a live run. */
export function accounts({ accounts: all = [] }: Report, style: Style): string[] {
  const counts = accountCounts(all);
  if (counts === undefined) return [];
  const { paint, name, prose } = style;
  const rows = accountRows(all);
  const lines = rows.slice(0, most).map(({ status, account, reason }) => {
    const words = paint(status === 'skipped' ? 'dim' : 'yellow', status.padEnd('not assessed'.length));
    return `  ${words}  ${name(account)}  ${prose(reason)}`;
  });
  const left = rows.length - lines.length;
  return [
    ...hang(paint('bold', counts), style),
    ...lines.flatMap(line => hang(line, style)),
    ...(left > 0 ? [`  and ${left} more: -f json lists them all`] : []),
  ];
}
