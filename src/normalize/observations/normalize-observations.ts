import type { Gap, Observation, Place, SnapshotAccount } from '../../model/observation.ts';
import type { Problem } from '../../model/problem.ts';
import type { Estate, Opening, Resource } from '../../model/resource.ts';
import type { TypeRegistry } from '../../model/types.ts';
import type { Unknown } from '../../model/value.ts';
import { apiSpellings } from './api-spellings.ts';
import { readConfigItems } from './config-items.ts';
import { openingsOf } from './openings.ts';
import { resourcesOf } from './resource-of.ts';
import { liveScopes } from './scopes.ts';

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
  { accounts, outside = [], unread, incomplete, ...collected }: Collected,
  types: TypeRegistry,
): { readonly estate: Estate; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const { observations, gaps, spellings } = readConfigItems(collected, apiSpellings);
  const gapsOf = Map.groupBy(
    gaps.filter(({ id }) => id !== undefined),
    ({ id }) => id,
  );
  const lists = gaps.filter(({ id }) => id === undefined);
  const places = Map.groupBy(observations, placeOf);
  const resources = [...places.values()].flatMap(here => {
    const kinds = Map.groupBy(here, ({ kind }) => kind);
    const others = (kind: string): readonly Observation[] => kinds.get(kind) ?? [];
    const [first] = here;
    const unlisted = new Set(
      lists.flatMap(gap => (first && placeOf(gap) === placeOf(first) ? gap.kinds : [])),
    );
    const isComplete = (kind: string): boolean => !unlisted.has(kind);
    return here.flatMap((observation): readonly Resource[] => {
      const spelling = spellings.get(observation) ?? apiSpellings[observation.kind];
      if (!spelling) return [];
      const { account, region: awsRegion, id } = observation;
      const report = (problem: Problem): void => void problems.push({ ...problem, account, awsRegion });
      const own = (gapsOf.get(id) ?? []).filter(({ kinds: of }) => of.includes(observation.kind));
      const around = { observation, others, isComplete };
      return resourcesOf({ types, report, spelling, gaps: own, around, ...(incomplete && { incomplete }) });
    });
  });
  const openings = openingsOf(gaps, apiSpellings);
  const live = { accounts, resources, openings, outside: openingsOf(outside, apiSpellings) };
  return { estate: { resources, scopes: liveScopes({ ...live, ...(unread && { unread }) }) }, problems };
}

const placeOf = ({ account, region }: Place): string => `${account}/${region}`;
