import type { Cause } from '../model/cause.ts';
import type { Origin } from '../model/source.ts';
import type { Link, Unknown } from '../model/value.ts';
import { elementOrigin } from './element.ts';
import type { Slot } from './language/runtime.ts';

/** Where an assertion points, in one world. */
export interface Place {
  readonly property?: string;
  readonly origin?: Origin;
  /** What decided the value there: parameter defaults, mappings. */
  readonly via: readonly Link[];
}

/** An element that the rule goes over, within one of the list around it. */
export interface Point {
  readonly before: Point | undefined;
  readonly element: Slot;
  /** Its place in the list; -1 for what stands for elements that nobody has seen. */
  readonly index: number;
}

/** Which element and which assertion on it. */
export interface Spot {
  /** Nothing for the subject as a whole. */
  readonly point: Point | undefined;
  /** The number of the assertion; -1 for what is said of the element before there is one. */
  readonly part: number;
}

/** What one assertion said of one element in one world. */
export interface Observation extends Spot {
  /** Part of the finding's id: names the element and the assertion, never a position. Empty for the plain case. */
  readonly discriminator: string;
  readonly verdict: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  readonly cause?: Cause;
  readonly message: string;
  readonly chain: readonly Link[];
  readonly place: Place;
  readonly related: readonly Place[];
}

/** Which element and assertion an observation is of, the same in every world. Mostly there is one world, and nobody asks. */
export const keyOf = ({ point, part }: Spot): string => `${keyTo(point)}#${part}`;

const keyTo = (point: Point | undefined): string =>
  point
    ? `${keyTo(point.before)}/${point.index < 0 ? '?' : (elementOrigin(point.element) ?? point.index)}`
    : '';

export const wholeSubject: Spot = { point: undefined, part: -1 };

type Told = Partial<Pick<Observation, 'discriminator' | 'place' | 'related'>>;

const none: readonly never[] = [];
const nowhere: Place = { via: none };

export function observe(
  { point, part }: Spot,
  verdict: 'pass' | 'fail' | 'not-applicable',
  message: string,
  { discriminator = '', place = nowhere, related = none }: Told = nothing,
): Observation {
  return { point, part, discriminator, verdict, message, chain: none, place, related };
}

const nothing: Told = {};

/** An observation that could not be made, and why. */
export function undecided(
  { point, part }: Spot,
  { cause, chain }: Pick<Unknown, 'cause' | 'chain'>,
  { discriminator = '', place = nowhere, related = none }: Told = nothing,
): Observation {
  const message = chain.map(({ what }) => what).join(' ← ');
  return { point, part, discriminator, verdict: 'unknown', cause, message, chain, place, related };
}
