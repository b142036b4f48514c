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
  /** The units that hold something of it, by their numbers in the ledger. */
  readonly units: readonly number[];
}

/** Goes through a snapshot once, a line at a time; most of it need not be looked into for that. */
export function surveyOf(snapshot: Snapshot): Survey {
  const places = new Map<string, SurveyedPlace & { readonly units: number[] }>();
  const gaps: Gap[] = [];
  const enabled = new Map<string, string[]>();
  const openings = new Map<string, LiveOpening>();
  const look = (one: Observation): void => {
    const name = one.kind === regionKind ? one.data['RegionName'] : undefined;
    if (typeof name === 'string') grown(enabled, one.account, []).push(name);
    // One that leaves the same open says nothing more.
    for (const opening of openingsOfItems([one])) grown(openings, JSON.stringify(opening), opening);
  };
  for (const key of snapshot.rows.keys()) {
    const unit = snapshot.rows.numberOf(key) ?? -1;
    for (const line of snapshot.linesOf(key)) {
      const seen = glance(line);
      if (!seen) continue;
      if ('kind' in seen) {
        const { account, region } = seen;
        const { units } = grown(places, placeOf(seen), { account, region, units: [] });
        if (units.at(-1) !== unit) units.push(unit);
      }
      if ('data' in seen) look(seen);
      if ('kinds' in seen) gaps.push(seen);
    }
  }
  return { places: [...places.values()], gaps, enabled, openings: [...openings.values()] };
}

/** As much of a line as is to be known of it. */
function glance(
  line: string,
): Observation | Pick<Observation, 'kind' | 'account' | 'region'> | Gap | undefined {
  const seen = glanceAt(line);
  if (seen && seen.kind !== regionKind && !mayBeItem(line)) return seen;
  const record = parseRecord(line);
  return record.type === 'observation' || record.type === 'gap' ? record : undefined;
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
  snapshot
    .read(place.units.map(snapshot.rows.keyOf))
    .observations.filter(one => placeOf(one) === placeOf(place));
