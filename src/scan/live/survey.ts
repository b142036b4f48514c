import { parseRecord } from '../../collect/snapshot/parse-record.ts';
import type { Snapshot } from '../../collect/snapshot/read.ts';
import { glanceAt } from '../../collect/snapshot/record.ts';
import type { Gap, Observation } from '../../model/observation.ts';
import { mayBeItem } from '../../normalize/observations/config-items.ts';
import { openingsOfItems, placeOf } from '../../normalize/observations/normalize-observations.ts';
import type { LiveOpening } from '../../normalize/observations/openings.ts';

/** What is where in a snapshot, and what is missing from it. */
export interface Survey {
  /** The accounts and Regions of which something was observed, in the order of the file. */
  readonly places: readonly SurveyedPlace[];
  readonly gaps: readonly Gap[];
  /** The Regions that are switched on in each account. */
  readonly enabled: ReadonlyMap<string, readonly string[]>;
  /** What items of AWS Config leave open. */
  readonly openings: readonly LiveOpening[];
}

export interface SurveyedPlace {
  readonly account: string;
  readonly region: string;
  /** The units that hold something of it. */
  readonly keys: readonly string[];
}

/** Goes through a snapshot once, a line at a time; most of it need not be looked into for that. */
export function surveyOf(snapshot: Snapshot): Survey {
  const places = new Map<string, SurveyedPlace & { readonly keys: string[] }>();
  const gaps: Gap[] = [];
  const enabled = new Map<string, string[]>();
  const openings = new Map<string, LiveOpening>();
  const see = (key: string, { account, region }: Pick<Observation, 'account' | 'region'>): void => {
    const { keys } = grown(places, placeOf({ account, region }), { account, region, keys: [] });
    if (keys.at(-1) !== key) keys.push(key);
  };
  for (const key of snapshot.rows.keys())
    for (const line of snapshot.linesOf(key)) {
      const glance = glanceAt(line);
      if (glance) see(key, glance);
      if (glance && glance.kind !== regionKind && !mayBeItem(line)) continue;
      const record = parseRecord(line);
      if (record.type === 'gap') gaps.push(record);
      if (record.type !== 'observation') continue;
      see(key, record);
      const name = record.kind === regionKind ? record.data['RegionName'] : undefined;
      if (typeof name === 'string') grown(enabled, record.account, []).push(name);
      // One that leaves the same open says nothing more.
      for (const opening of openingsOfItems([record])) grown(openings, JSON.stringify(opening), opening);
    }
  return { places: [...places.values()], gaps, enabled, openings: [...openings.values()] };
}

const regionKind = 'account:region';

function grown<T>(map: Map<string, T>, key: string, otherwise: T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, otherwise);
  return otherwise;
}

/** Everything that was observed in a place. */
export const observedIn = (snapshot: Snapshot, place: SurveyedPlace): readonly Observation[] =>
  snapshot.read(place.keys).observations.filter(one => placeOf(one) === placeOf(place));
