import type { Gap, Observation, Place } from '../model/observation.ts';
import type { Call } from '../model/source.ts';

/** The reading of one unit under way: where it is, and where what is read goes. */
export interface Reading {
  readonly place: Place;
  readonly service: string;
  readonly started: Date;
  /** Runs what makes calls, and answers which calls it made. */
  readonly traced: <T>(
    work: () => Promise<T>,
  ) => Promise<{ readonly result: T; readonly calls: readonly Call[] }>;
  readonly observe: (observation: Observation) => void;
  readonly miss: (gap: Gap) => void;
}
