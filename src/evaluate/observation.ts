import type { Cause } from '../model/cause.ts';
import type { Origin } from '../model/source.ts';
import type { Link, Unknown } from '../model/value.ts';

/** Where an assertion points, in one world. */
export interface Place {
  readonly property?: string;
  readonly origin?: Origin;
  /** What decided the value there: parameter defaults, mappings. */
  readonly via: readonly Link[];
}

/** What one assertion said of one element in one world. */
export interface Observation {
  /** Which element and assertion this is, the same in every world. */
  readonly key: string;
  /** Part of the finding's id: names the element and the assertion, never a position. Empty for the plain case. */
  readonly discriminator: string;
  readonly verdict: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  readonly cause?: Cause;
  readonly message: string;
  readonly chain: readonly Link[];
  readonly place: Place;
  readonly related: readonly Place[];
}

type Common = Pick<Observation, 'key' | 'discriminator'> & Partial<Pick<Observation, 'place' | 'related'>>;

const nowhere: Place = { via: [] };

export function observe(
  common: Common,
  verdict: 'pass' | 'fail' | 'not-applicable',
  message: string,
): Observation {
  return { place: nowhere, related: [], ...common, verdict, message, chain: [] };
}

/** An observation that could not be made, and why. */
export function undecided(common: Common, because: Pick<Unknown, 'cause' | 'chain'>): Observation {
  return {
    place: nowhere,
    related: [],
    ...common,
    verdict: 'unknown',
    cause: because.cause,
    message: because.chain.map(({ what }) => what).join(' ← '),
    chain: because.chain,
  };
}
