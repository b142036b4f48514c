import type { SnapshotAccount } from '../../model/observation.ts';
import type { Opening, Resource, Scope } from '../../model/resource.ts';
import type { Call } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import type { LiveOpening } from './openings.ts';

export interface Live {
  readonly accounts: readonly SnapshotAccount[];
  readonly resources: readonly Resource[];
  readonly openings: readonly LiveOpening[];
  /** What may be in Regions and accounts that were not asked for. */
  readonly outside: readonly LiveOpening[];
  /** What is not looked for anywhere. */
  readonly unread?: Opening;
}

/**
 * What can be spoken of: each account, each of its Regions, and the organisation when it was looked at. All of them are
 * closed but for what could not be read, and for what is left out on purpose: Regions that were not asked for open what is
 * said of the account, and accounts that were not, what is said of the organisation. What belongs to no Region is seen
 * from every one of its account.
 */
export function liveScopes(live: Live): readonly Scope[] {
  const resources = Map.groupBy(live.resources, ({ account }) => textOf(account));
  const openings = Map.groupBy(live.openings, ({ account }) => account);
  const outside = Map.groupBy(live.outside, ({ account }) => account);
  const regions = new Map(live.accounts.map(({ id, regions: own }) => [id, own]));
  const accounts = [...new Set([...regions.keys(), ...resources.keys(), ...openings.keys()])].toSorted();
  return [
    ...accounts.flatMap(account =>
      scopesOfAccount({
        account,
        regions: regions.get(account) ?? [],
        resources: resources.get(account) ?? [],
        openings: openings.get(account) ?? [],
        elsewhere: (outside.get(account) ?? []).map(plain),
        unread: live.unread ? [live.unread] : [],
      }),
    ),
    ...organisationScope(live),
  ];
}

interface AccountView {
  readonly account: string;
  readonly regions: readonly string[];
  readonly resources: readonly Resource[];
  readonly openings: readonly LiveOpening[];
  readonly elsewhere: readonly Opening[];
  readonly unread: readonly Opening[];
}

function scopesOfAccount(view: AccountView): readonly Scope[] {
  const { account, resources, openings, elsewhere, unread } = view;
  const placed = Map.groupBy(resources, ({ region }) => textOf(region));
  const global = placed.get(everywhere) ?? [];
  const regions = new Set([...view.regions, ...placed.keys(), ...openings.map(({ region }) => region)]);
  regions.delete(everywhere);
  const whole: Scope = {
    kind: 'account',
    key: `account/${account}`,
    name: `account ${account}`,
    account: known(account),
    region: known(everywhere),
    members: resources,
    openings: [...openings.map(plain), ...elsewhere, ...unread],
    observed: true,
    at: placeAt(account, everywhere),
  };
  return [...[...regions].toSorted().map(region => regionScope(region)), whole];

  function regionScope(region: string): Scope {
    return {
      kind: 'account-region',
      key: `account-region/${account}/${region}`,
      name: `account ${account} in ${region}`,
      account: known(account),
      region: known(region),
      members: [...(placed.get(region) ?? []), ...global],
      openings: [
        ...openings.filter(opening => [region, everywhere].includes(opening.region)).map(plain),
        ...unread,
      ],
      observed: true,
      at: placeAt(account, region),
    };
  }
}

/** The Region of what belongs to none. */
const everywhere = 'global';

const ofOrganisation = (type: string): boolean => type.startsWith('AWS::Organizations::');

function organisationScope({ resources, openings, outside, unread }: Live): readonly Scope[] {
  const first = resources.find(({ type }) => ofOrganisation(type));
  const open = openings.find(({ types }) => types !== 'all' && types.some(ofOrganisation));
  if (!first && !open) return [];
  const account = first?.account ?? known(open?.account ?? '');
  return [
    {
      kind: 'organisation',
      key: 'organisation',
      name: 'the organisation',
      account,
      region: known(everywhere),
      members: resources,
      openings: [...openings, ...outside].map(plain).concat(unread ?? []),
      observed: true,
      at: first?.at ?? placeAt(textOf(account), everywhere),
    },
  ];
}

const plain = ({ types, because }: LiveOpening): Opening => ({ types, because });

const textOf = (value: Resource['account']): string => (value.kind === 'known' ? String(value.value) : '');

const placeAt = (account: string, region: string): Call => ({
  kind: 'call',
  account,
  region,
  action: 'account:ListRegions',
  time: '',
});
