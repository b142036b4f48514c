import type { AssessedAccount } from '../model/report.ts';
import { plural } from './summary.ts';

/** `212 accounts in scope, 209 assessed, 2 partial, 1 not assessed; 3 skipped`; nothing when no account was read. */
export function accountCounts(accounts: readonly AssessedAccount[]): string | undefined {
  if (accounts.length === 0) return undefined;
  const count = (status: AssessedAccount['status']): number =>
    accounts.filter(account => account.status === status).length;
  const skipped = count('skipped');
  return [
    `${plural(accounts.length - skipped, 'account')} in scope`,
    `${count('assessed')} assessed`,
    `${count('partial')} partial`,
    `${count('not-assessed')} not assessed${skipped === 0 ? '' : `; ${skipped} skipped`}`,
  ].join(', ');
}

/** The accounts that were not wholly read, the worst first, each with why. */
export function accountRows(
  accounts: readonly AssessedAccount[],
): readonly { readonly status: string; readonly account: string; readonly reason: string }[] {
  const order = ['not-assessed', 'partial', 'skipped'] as const;
  return order.flatMap(status =>
    accounts
      .filter(account => account.status === status)
      .map(({ id, name, reason = '', rows }) => ({
        status: status.replace('-', ' '),
        account: name === undefined ? id : `${id} ${name}`,
        reason: rows.length > 1 ? `${reason} (and ${plural(rows.length - 1, 'more gap')})` : reason,
      })),
  );
}
