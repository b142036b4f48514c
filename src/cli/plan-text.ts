import type { Plan } from '../scan/live/collect.ts';
import { columns } from './columns.ts';

/** What a collection would read: accounts with their roles, Regions, services, and the calls that this takes at least. */
export function planText({ caller, accounts, regions, aggregator, services, calls }: Plan): string {
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
    ...(aggregator ? [aggregatorText(aggregator)] : []),
    `services  ${named.join(', ')}\n`,
    `calls     ${callsText(aggregator, calls)}\n`,
    'nothing was read but the organisation and the Regions of the caller\n',
  ].join('');
}

const aggregatorText = ({ name, region, alone }: NonNullable<Plan['aggregator']>): string =>
  `aggregator  ${name} in ${region}: ${alone ? 'what it holds and the recorders are all that is asked' : 'what AWS Config is enough for is not asked for again'}\n`;

function callsText(aggregator: Plan['aggregator'], calls: number): string {
  if (!aggregator) return `at least ${calls}, and some for each thing that is found`;
  return aggregator.alone
    ? `${calls} for the recorders where accounts let us in, and one of the aggregator for each hundred items`
    : `at most ${calls} lists, and some for each thing that is found`;
}
