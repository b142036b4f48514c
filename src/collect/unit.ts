import { AsyncLocalStorage } from 'node:async_hooks';

import type { NodeHttpHandler } from '@smithy/node-http-handler';

import type { Gap, LedgerRow, Observation, Place } from '../model/observation.ts';
import type { Given } from './aggregator/given.ts';
import { OutsidePolicy, Stopped } from './failure.ts';
import { isOffered, notOffered, outcomeOf } from './outcome.ts';
import { paceOf } from './pace.ts';
import { newTrace, notePage } from './reading.ts';
import type { Trace } from './reading.ts';
import { retryStrategy } from './retry.ts';
import type { ClientSettings, Service } from './service.ts';
import type { Session } from './session.ts';
import type { Supervisor } from './supervise.ts';

/** What every unit of a run shares. */
export interface UnitSettings {
  readonly network: NodeHttpHandler;
  /** Calls a second, of one service in one account and Region. */
  readonly maxRps: number;
  readonly started: Date;
  /** Aborted when the run has to stop. */
  readonly signal: AbortSignal;
  readonly onThrottle: () => void;
}

export interface UnitTask {
  readonly service: Service;
  readonly session: Session;
  readonly place: Place;
  /** The Region whose endpoint is asked: that of the place, or the home Region for what belongs to none. */
  readonly endpoint: string;
  /** What AWS Config holds of it. */
  readonly given?: Given | undefined;
}

/** Where what is read goes as it comes. */
export interface UnitSink {
  readonly observe: (observation: Observation) => void;
  readonly miss: (gap: Gap) => void;
}

/** Reads one service in one account and Region, and answers how that went. Never throws for what AWS or the network does. */
export async function readUnit(task: UnitTask, settings: UnitSettings, sink: UnitSink): Promise<LedgerRow> {
  const { service, place, given = nothing } = task;
  const started = new Date().toISOString();
  const counts = { observations: 0, calls: 0, throttled: 0 };
  const gaps: Gap[] = [];
  const traces = new AsyncLocalStorage<Trace>();
  const { client, supervisor } = clientOf(task, settings, { counts, traces });
  const observe = (observation: Observation): void => {
    counts.observations += 1;
    sink.observe(observation);
  };
  for (const observation of given.observations) observe(observation);
  gaps.push(...given.gaps);
  const readers = service.open(client, supervisor).filter(({ kinds }) => !given.holds(kinds));
  await Promise.all(
    readers.map(({ read }) =>
      read({
        place,
        service: service.name,
        started: settings.started,
        traced: work => {
          const trace = newTrace();
          return traces.run(trace, () => work(trace));
        },
        observe,
        miss: gap => void gaps.push(gap),
      }),
    ),
  );
  const offered = await isOffered(gaps, service.lists.length);
  if (offered) for (const gap of gaps) sink.miss(gap);
  return {
    ...place,
    service: service.name,
    ...(offered ? outcomeOf(gaps, listsOf(service, given)) : { status: 'ok', detail: notOffered }),
    ...counts,
    started,
    ended: new Date().toISOString(),
  };
}

const nothing: Given = { holds: () => false, observations: [], gaps: [] };

/** How many lists have to be missed for a unit to have failed: of what has items, something is known. */
const listsOf = ({ lists }: Service, { observations }: Given): number =>
  observations.length > 0 ? Infinity : lists.length;

/** Counts and traces of what a client is asked. */
interface Watched {
  readonly counts: { calls: number; throttled: number };
  readonly traces: AsyncLocalStorage<Trace>;
}

/** What a client of a unit is made with, and what stands before its calls. */
export function clientOf(
  { service, session, place, endpoint }: UnitTask,
  { network, maxRps, signal, onThrottle }: UnitSettings,
  { counts, traces }: Watched,
): { readonly client: ClientSettings; readonly supervisor: Supervisor } {
  const pace = paceOf(Math.min(maxRps, service.maxRps));
  const throttled = (): void => {
    counts.throttled += 1;
    pace.throttled();
    onThrottle();
  };
  const { account, region } = place;
  const actionOf = (operation: string): string => `${service.name}:${operation}`;
  return {
    client: {
      region: endpoint,
      credentials: session.credentials,
      requestHandler: network,
      retryStrategy: retryStrategy(throttled, signal),
    },
    supervisor: {
      admit: operation => {
        if (!Object.hasOwn(service.actions, operation))
          throw new OutsidePolicy(
            `the table of ${service.name} does not name ${operation} among its actions`,
          );
        const trace = traces.getStore();
        if (trace) trace.latest = actionOf(operation);
      },
      asks: (operation, input) => {
        const trace = traces.getStore();
        if (trace) notePage(trace, operation, input);
      },
      pace: async () => {
        if (signal.aborted) throw new Stopped('the run stopped before this call');
        await pace.turn(signal).catch(() => {
          throw new Stopped('the run stopped before this call');
        });
        counts.calls += 1;
      },
      answered: (operation, requestId) => {
        pace.answered();
        traces.getStore()?.calls.push({
          kind: 'call',
          account,
          region,
          action: actionOf(operation),
          time: new Date().toISOString(),
          ...(requestId !== undefined && { requestId }),
        });
      },
      renew: session.renew,
    },
  };
}
