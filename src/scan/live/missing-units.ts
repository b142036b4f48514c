import type { Snapshot } from '../../collect/snapshot/read.ts';
import { unitKey } from '../../collect/snapshot/record.ts';
import type { Gap, ListedAccount, SnapshotHeader } from '../../model/observation.ts';
import type { Problem } from '../../model/problem.ts';

type HeaderService = SnapshotHeader['services'][number];

/** What was to be read and has no row: the run ended before it, or could not find out what there is. */
export function missingGaps(
  snapshot: Snapshot,
  regions: ReadonlyMap<string, readonly string[]>,
): readonly Gap[] {
  const missing = snapshot.header.accounts
    .filter(({ skipped }) => skipped === undefined)
    .flatMap(account => missingOf(snapshot, account, regions.get(account.id) ?? []));
  const [damage] = snapshot.damage;
  if (damage === undefined || snapshot.end === undefined) return missing;
  return missing.map(gap =>
    gap.detail === notReached ? { ...gap, cause: 'parse-error', detail: damage } : gap,
  );
}

const notReached = 'the run ended before it was read';

function missingOf(
  { header, rows }: Snapshot,
  account: ListedAccount,
  regions: readonly string[],
): readonly Gap[] {
  const place = { account: account.id, partition: account.partition };
  const own = rows.get(unitKey({ account: account.id, region: 'global', service: 'account' }));
  const everything = header.services.flatMap(({ kinds }) => kinds);
  if (!own) return [gapOf({ ...place, region: 'global', service: 'account', kinds: everything })];
  // Its gap already holds every kind.
  if (own.status === 'failed' && own.calls === 0) return [];
  const unread = header.services.flatMap(service =>
    placesOf(service, { header, regions, account })
      .filter(region => !rows.has(unitKey({ account: account.id, region, service: service.name })))
      .map(region => gapOf({ ...place, region, service: service.name, kinds: service.kinds })),
  );
  if (regions.length > 0) return unread;
  const regional = header.services.filter(({ scope }) => scope === 'regional');
  return [
    ...unread,
    {
      ...gapOf({
        ...place,
        region: 'global',
        service: 'account',
        kinds: regional.flatMap(({ kinds }) => kinds),
      }),
      action: 'account:ListRegions',
      cause: own.cause ?? 'out-of-view',
      detail: `which Regions it has switched on is not known (${own.detail ?? 'no answer'})`,
    },
  ];
}

function placesOf(
  { scope }: HeaderService,
  where: {
    readonly header: SnapshotHeader;
    readonly regions: readonly string[];
    readonly account: ListedAccount;
  },
): readonly string[] {
  if (scope === 'regional') return where.regions;
  // Read in the caller's account alone.
  if (scope === 'organisation')
    return where.header.organisation && where.header.caller.includes(`:${where.account.id}:`)
      ? ['global']
      : [];
  return ['global'];
}

const gapOf = (where: Pick<Gap, 'account' | 'region' | 'partition' | 'service' | 'kinds'>): Gap => ({
  ...where,
  action: `${where.service}:*`,
  cause: 'timeout',
  detail: notReached,
});

/** One problem an account. */
export function missingProblems(missing: readonly Gap[], path: string): readonly Problem[] {
  return [...Map.groupBy(missing, ({ account, detail }) => `${account}/${detail}`).values()].map(group => {
    const [{ account, cause, detail } = { account: '', cause: 'timeout' as const, detail: '' }] = group;
    const whole = group.some(({ service }) => service === 'account');
    const what = whole ? 'the account was not read' : `${group.length} of its services were not read`;
    return {
      cause,
      message: `${what}: ${detail}`,
      path,
      account,
      effect: 'what depends on it is unknown; it is not counted as passed',
      hint: 'plumbline collect --resume reads what is missing',
    };
  });
}
