import type { Plan } from '../scan/live/collect.ts';
import { columns } from './columns.ts';

/** What a collection would read: accounts with their roles, Regions, services, and the calls that this takes at least. */
export function planText({ caller, accounts, regions, services, calls }: Plan): string {
  const inScope = accounts.filter(({ skipped }) => skipped === undefined);
  const skipped = accounts.filter(account => account.skipped !== undefined);
  const named = services.map(({ name, scope }) => (scope === 'regional' ? name : `${name} (${scope})`));
  return [
    `caller    ${caller}\n`,
    `accounts  ${inScope.length}\n`,
    columns(
      inScope.map(({ id, name = '', role = 'as the caller' }) => [id, name, role]),
      '  ',
    ),
    ...(skipped.length === 0
      ? []
      : [
          `skipped   ${skipped.length}\n`,
          columns(
            skipped.map(account => [account.id, account.name ?? '', account.skipped ?? '']),
            '  ',
          ),
        ]),
    `regions   ${regions.join(', ')}${regions.length === 0 ? 'not known' : ''}\n`,
    `services  ${named.join(', ')}\n`,
    `calls     at least ${calls}, and some for each thing that is found\n`,
    'nothing was read but the organisation and the Regions of the caller\n',
  ].join('');
}
