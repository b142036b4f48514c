import type { Gap, Observation, Place } from '../model/observation.ts';
import type { Call } from '../model/source.ts';

/** The reading of one service in one account and Region under way: where it is, and where what is read goes. */
export interface Reading {
  readonly place: Place;
  readonly service: string;
  /** When the run began. */
  readonly started: Date;
  /** Runs what makes calls and notes which ones it makes. */
  readonly traced: <T>(work: (trace: Trace) => Promise<T>) => Promise<T>;
  readonly observe: (observation: Observation) => void;
  readonly miss: (gap: Gap) => void;
}

/** The calls of one piece of work so far. */
export interface Trace {
  readonly calls: Call[];
  /** `bedrock:GetGuardrail`: the call that was sent last. */
  latest: string;
}
