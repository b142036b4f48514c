import { AsyncLocalStorage } from 'node:async_hooks';

import {
  ConfigServiceClient,
  paginateDescribeConfigurationAggregators,
  paginateDescribeConfigurationAggregatorSourcesStatus,
  paginateSelectAggregateResourceConfig,
} from '@aws-sdk/client-config-service';
import type { AggregatedSourceStatus, ConfigurationAggregator } from '@aws-sdk/client-config-service';

import type { JsonObject } from '../../model/observation.ts';
import type { Call } from '../../model/source.ts';
import { newTrace } from '../reading.ts';
import type { Trace } from '../reading.ts';
import type { Run } from '../run.ts';
import { all, service } from '../service.ts';
import { supervise } from '../supervise.ts';
import { clientOf } from '../unit.ts';
import { isObject, parsed } from './item.ts';

/** What is asked of an aggregator, by the account that holds it. */
export const configAggregator = service({
  name: 'config',
  scope: 'organisation',
  client: settings => new ConfigServiceClient(settings),
  actions: {
    DescribeConfigurationAggregators: 'config:DescribeConfigurationAggregators',
    DescribeConfigurationAggregatorSourcesStatus: 'config:DescribeConfigurationAggregatorSourcesStatus',
    SelectAggregateResourceConfig: 'config:SelectAggregateResourceConfig',
  },
  resources: [],
});

/** A row of an answer, and the call that gave it. */
export interface Answered {
  readonly row: JsonObject;
  readonly call: Call | undefined;
}

/** AWS Config in one Region of the caller's account. */
export interface AggregatorClient {
  readonly region: string;
  readonly counts: { calls: number; throttled: number };
  /** When it last answered, ISO 8601 in UTC; undefined before it did. */
  readonly answered: () => string | undefined;
  readonly aggregators: () => Promise<readonly ConfigurationAggregator[]>;
  readonly sources: (aggregator: string) => Promise<readonly AggregatedSourceStatus[]>;
  readonly select: (aggregator: string, expression: string) => AsyncGenerator<Answered, void>;
}

/** The most that AWS Config gives at a time. */
const pageSize = 100;

export function aggregatorClient(
  { caller, settings }: Pick<Run, 'caller' | 'settings'>,
  region: string,
): AggregatorClient {
  const { account, partition, session } = caller;
  const counts = { calls: 0, throttled: 0 };
  const traces = new AsyncLocalStorage<Trace>();
  const place = { account, region, partition };
  const task = { service: configAggregator, session, place, endpoint: region };
  const { client: options, supervisor } = clientOf(task, settings, { counts, traces });
  const client = new ConfigServiceClient(options);
  let last: string | undefined;
  supervise(client, {
    ...supervisor,
    answered: (operation, requestId) => {
      last = new Date().toISOString();
      supervisor.answered(operation, requestId);
    },
  });
  return {
    region,
    counts,
    answered: () => last,
    aggregators: () =>
      all(paginateDescribeConfigurationAggregators({ client }, {}), page => page.ConfigurationAggregators),
    sources: ConfigurationAggregatorName =>
      all(
        paginateDescribeConfigurationAggregatorSourcesStatus(
          { client, pageSize },
          { ConfigurationAggregatorName },
        ),
        page => page.AggregatedSourceStatusList,
      ),
    select: async function* (ConfigurationAggregatorName, Expression) {
      const trace = newTrace();
      const pages = paginateSelectAggregateResourceConfig(
        { client, pageSize },
        { ConfigurationAggregatorName, Expression },
      );
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- a page names the next one
        const page = await traces.run(trace, () => pages.next());
        if (page.done === true) return;
        for (const text of page.value.Results ?? []) yield { row: rowOf(text), call: trace.calls.at(-1) };
      }
    },
  };
}

function rowOf(text: string): JsonObject {
  const row = parsed(text);
  if (!isObject(row)) throw new SyntaxError('a row of the answer is no JSON object');
  return row;
}
