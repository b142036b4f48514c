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

const none: readonly never[] = [];
const nowhere: Place = { via: none };

export function observe(
  { key, discriminator, place = nowhere, related = none }: Common,
  verdict: 'pass' | 'fail' | 'not-applicable',
  message: string,
): Observation {
  return { key, discriminator, verdict, message, chain: none, place, related };
}

/** An observation that could not be made, and why. */
export function undecided(
  { key, discriminator, place = nowhere, related = none }: Common,
  { cause, chain }: Pick<Unknown, 'cause' | 'chain'>,
): Observation {
  const message = chain.map(({ what }) => what).join(' ← ');
  return { key, discriminator, verdict: 'unknown', cause, message, chain, place, related };
}
