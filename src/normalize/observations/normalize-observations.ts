import type { Gap, Observation, Place, SnapshotAccount } from '../../model/observation.ts';
import type { Problem } from '../../model/problem.ts';
import type { Estate, Opening, Resource } from '../../model/resource.ts';
import type { TypeRegistry } from '../../model/types.ts';
import type { Unknown } from '../../model/value.ts';
import { apiSpellings } from './api-spellings.ts';
import { readConfigItems } from './config-items.ts';
import { nameKeysOfAws } from './keys-of-aws.ts';
import { openingsOf } from './openings.ts';
import type { LiveOpening } from './openings.ts';
import { resourcesOf } from './resource-of.ts';
import { everywhere, isOfOrganisation, liveScopes, textOf } from './scopes.ts';
import type { Live, LivePlace } from './scopes.ts';

/** What a collection saw, and what it could not see. */
export interface Collected {
  /** Every account of the run with its Regions: what holds nothing is in scope too. */
  readonly accounts: readonly SnapshotAccount[];
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
  /** What was left out on purpose, in Regions and accounts that were not asked for: nothing is said of it alone. */
  readonly outside?: readonly Gap[];
  /** Types of which nothing is known in any account, and why. */
  readonly unread?: Opening;
  /** Why any answer may lack what this version asks for. */
  readonly incomplete?: Unknown;
}

/**
 * What AWS answered → resources in the one model, and the scopes that an absence can be spoken of in. A list that could
 * not be read opens the scopes of its account and Region; a description that could not be had leaves its properties unknown.
 */
export function normalizeObservations(
  { accounts, outside = [], unread, ...collected }: Collected,
  types: TypeRegistry,
): { readonly estate: Estate; readonly problems: readonly Problem[] } {
  const { observations, gaps } = collected;
  const places = [...Map.groupBy(observations, placeOf).values()].map(placeReader(collected, types));
  const resources = places.flatMap(place => place.resources);
  const first = resources.find(isOfOrganisation);
  const scopes = liveScopes({
    accounts,
    openings: [...openingsOfGaps(gaps), ...openingsOfItems(observations)],
    outside: openingsOfGaps(outside),
    ...(unread && { unread }),
    ...(first && { first }),
    ...placesOf(resources),
  });
  return {
    estate: { resources, scopes },
    problems: places.flatMap(({ problems }) => problems),
  };
}

const whereOf = ({ account, region }: Resource): LivePlace => ({
  account: textOf(account),
  region: textOf(region),
});

function placesOf(resources: readonly Resource[]): Pick<Live, 'places' | 'membersOf'> {
  const ofAccounts = Map.groupBy(resources, one => textOf(one.account));
  const ofPlaces = Map.groupBy(resources, one => placeOf(whereOf(one)));
  const seenFrom = new Map<string, readonly Resource[]>();
  return {
    places: [...ofPlaces.values()].flatMap(([one]) => (one ? [whereOf(one)] : [])),
    membersOf({ account, region }) {
      if (account === undefined) return resources;
      if (region === undefined) return ofAccounts.get(account) ?? [];
      const place = placeOf({ account, region });
      const global = ofPlaces.get(placeOf({ account, region: everywhere })) ?? [];
      const members = seenFrom.get(place) ?? [...(ofPlaces.get(place) ?? []), ...global];
      seenFrom.set(place, members);
      return members;
    },
  };
}

/** What all that was observed in one account and Region is in the one model. */
export interface ReadPlace {
  readonly resources: readonly Resource[];
  readonly problems: readonly Problem[];
}

/** Reads one account and Region after the other: nothing of a place hangs on what was observed in another. */
export function placeReader(
  { gaps, incomplete }: Pick<Collected, 'gaps' | 'incomplete'>,
  types: TypeRegistry,
): (here: readonly Observation[]) => ReadPlace {
  const missed = gaps.filter(({ id }) => id !== undefined);
  const missedOf = Map.groupBy(missed, ({ id }) => id);
  const lists = Map.groupBy(
    gaps.filter(({ id }) => id === undefined),
    placeOf,
  );
  return observed => {
    const problems: Problem[] = [];
    const {
      observations: here,
      gaps: lacking,
      spellings,
    } = readConfigItems(nameKeysOfAws(observed), apiSpellings);
    const lackingOf = Map.groupBy(lacking, ({ id }) => id);
    const kinds = Map.groupBy(here, ({ kind }) => kind);
    const others = (kind: string): readonly Observation[] => kinds.get(kind) ?? [];
    const [first] = here;
    const unlisted = new Set((first && lists.get(placeOf(first)))?.flatMap(gap => gap.kinds));
    const isComplete = (kind: string): boolean => !unlisted.has(kind);
    const resources = here.flatMap((observation): readonly Resource[] => {
      const spelling = spellings.get(observation) ?? apiSpellings[observation.kind];
      if (!spelling) return [];
      const { account, region: awsRegion, id } = observation;
      const report = (problem: Problem): void => void problems.push({ ...problem, account, awsRegion });
      const own = [...(missedOf.get(id) ?? []), ...(lackingOf.get(id) ?? [])].filter(({ kinds: of }) =>
        of.includes(observation.kind),
      );
      const around = { observation, others, isComplete };
      return resourcesOf({ types, report, spelling, gaps: own, around, ...(incomplete && { incomplete }) });
    });
    return { resources, problems };
  };
}

/** What may be there of which items of AWS Config do not say anything. */
export const openingsOfItems = (observations: readonly Observation[]): readonly LiveOpening[] =>
  openingsOf(readConfigItems(observations, apiSpellings).gaps, apiSpellings);

export const openingsOfGaps = (gaps: readonly Gap[]): readonly LiveOpening[] =>
  openingsOf(gaps, apiSpellings);

export const placeOf = ({ account, region }: Pick<Place, 'account' | 'region'>): string =>
  `${account}/${region}`;
