import type { Gap, Observation, Place } from '../model/observation.ts';
import type { Call } from '../model/source.ts';
import { MalformedAnswer } from './answers/malformed-answer.ts';

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
  /** Pages that were asked for. */
  readonly pages: Set<string>;
}

export const newTrace = (): Trace => ({ calls: [], latest: '', pages: new Set() });

const isToken = /token|marker/i;

/** Notes a page; throws for one that was asked for before, since AWS then gives the same pages for ever. */
export function notePage(trace: Trace, operation: string, input: object): void {
  const named = Object.entries(input).some(
    ([name, value]) => isToken.test(name) && typeof value === 'string',
  );
  if (!named) return;
  const page = `${operation} ${JSON.stringify(input)}`;
  if (trace.pages.has(page)) throw new MalformedAnswer(`the pages of ${operation} lead in a circle`);
  trace.pages.add(page);
}
