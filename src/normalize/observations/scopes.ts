import type { SnapshotAccount } from '../../model/observation.ts';
import type { Opening, Resource, Scope } from '../../model/resource.ts';
import type { Call } from '../../model/source.ts';
import { known } from '../../model/value.ts';
import type { LiveOpening } from './openings.ts';

export interface Live {
  readonly accounts: readonly SnapshotAccount[];
  readonly openings: readonly LiveOpening[];
  /** What may be in Regions and accounts that were not asked for. */
  readonly outside: readonly LiveOpening[];
  /** What is not looked for anywhere. */
  readonly unread?: Opening;
  /** Where there are resources. */
  readonly places: readonly LivePlace[];
  /** The first resource that is the organisation's own. */
  readonly first?: Pick<Resource, 'account' | 'at'>;
  /** What is in a place, in an account, or in all of them. */
  readonly membersOf: (where: Partial<LivePlace>) => readonly Resource[];
}

export interface LivePlace {
  readonly account: string;
  readonly region: string;
}

/**
 * What can be spoken of: each account, each of its Regions, and the organisation when it was looked at. All of them are
 * closed but for what could not be read, and for what is left out on purpose: Regions that were not asked for open what is
 * said of the account, and accounts that were not, what is said of the organisation. What belongs to no Region is seen
 * from every one of its account.
 */
export function liveScopes(live: Live): readonly Scope[] {
  const places = Map.groupBy(live.places, ({ account }) => account);
  const openings = Map.groupBy(live.openings, ({ account }) => account);
  const outside = Map.groupBy(live.outside, ({ account }) => account);
  const regions = new Map(live.accounts.map(({ id, regions: own }) => [id, own]));
  const accounts = [...new Set([...regions.keys(), ...places.keys(), ...openings.keys()])].toSorted();
  return [
    ...accounts.flatMap(account =>
      scopesOfAccount({
        account,
        regions: [
          ...(regions.get(account) ?? []),
          ...(places.get(account) ?? []).map(({ region }) => region),
        ],
        openings: openings.get(account) ?? [],
        elsewhere: (outside.get(account) ?? []).map(plain),
        unread: live.unread ? [live.unread] : [],
        membersOf: live.membersOf,
      }),
    ),
    ...organisationScope(live),
  ];
}

interface AccountView extends Pick<Live, 'membersOf'> {
  readonly account: string;
  readonly regions: readonly string[];
  readonly openings: readonly LiveOpening[];
  readonly elsewhere: readonly Opening[];
  readonly unread: readonly Opening[];
}

function scopesOfAccount(view: AccountView): readonly Scope[] {
  const { account, openings, elsewhere, unread, membersOf } = view;
  const regions = new Set([...view.regions, ...openings.map(({ region }) => region)]);
  regions.delete(everywhere);
  const whole: Scope = {
    kind: 'account',
    key: `account/${account}`,
    name: `account ${account}`,
    account: known(account),
    region: known(everywhere),
    get members() {
      return membersOf({ account });
    },
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
      get members() {
        return membersOf({ account, region });
      },
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
export const everywhere = 'global';

const ofOrganisation = (type: string): boolean => type.startsWith('AWS::Organizations::');

export const isOfOrganisation = ({ type }: Resource): boolean => ofOrganisation(type);

function organisationScope({ openings, outside, unread, first, membersOf }: Live): readonly Scope[] {
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
      get members() {
        return membersOf({});
      },
      openings: [...openings, ...outside].map(plain).concat(unread ?? []),
      observed: true,
      at: first?.at ?? placeAt(textOf(account), everywhere),
    },
  ];
}

const plain = ({ types, because }: LiveOpening): Opening => ({ types, because });

export const textOf = (value: Resource['account']): string =>
  value.kind === 'known' ? String(value.value) : '';

const placeAt = (account: string, region: string): Call => ({
  kind: 'call',
  account,
  region,
  action: 'account:ListRegions',
  time: '',
});
