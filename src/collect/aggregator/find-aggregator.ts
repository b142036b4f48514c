import type { ConfigurationAggregator } from '@aws-sdk/client-config-service';

import type { Observation } from '../../model/observation.ts';
import { UsageError } from '../../model/problem.ts';
import { regionIn } from '../collect-account.ts';
import { failureOf } from '../failure.ts';
import type { Run } from '../run.ts';
import { account as accountService } from '../services/account.ts';
import { readUnit } from '../unit.ts';
import { aggregatorClient } from './aggregator-client.ts';
import type { AggregatorClient } from './aggregator-client.ts';

export interface FoundAggregator {
  readonly name: string;
  readonly client: AggregatorClient;
  readonly counts: { readonly calls: number; readonly throttled: number };
}

type Looking = Pick<Run, 'request' | 'caller' | 'settings'>;

/**
 * The aggregator to ask, in the caller's account: the one that is named, else one of the organisation before one of single
 * accounts. Undefined when there is none and none is needed.
 */
export async function findAggregator(run: Looking): Promise<FoundAggregator | undefined> {
  const { via, aggregator } = run.request;
  const looked = await Promise.all((await callerRegions(run)).map(region => lookIn(run, region)));
  const found = looked
    .flatMap(({ client, list }) => list.map(one => ({ one, client })))
    .filter(({ one }) => aggregator === undefined || one.ConfigurationAggregatorName === aggregator)
    .toSorted((a, b) => reach(b.one) - reach(a.one));
  const [best] = found;
  if (best) {
    const name = best.one.ConfigurationAggregatorName ?? '';
    const sum = (what: 'calls' | 'throttled'): number =>
      looked.reduce((total, { client }) => total + client.counts[what], 0) - best.client.counts[what];
    return { name, client: best.client, counts: { calls: sum('calls'), throttled: sum('throttled') } };
  }
  if (via !== 'config' && aggregator === undefined) return undefined;
  const names = looked.flatMap(({ list }) => list.flatMap(one => one.ConfigurationAggregatorName ?? []));
  throw new UsageError(
    `account ${run.caller.account} has no aggregator of AWS Config${aggregator === undefined ? '' : ` named ${aggregator}`}`,
    {
      details: [
        ...(names.length > 0 ? [`it has ${names.join(', ')}`] : []),
        ...[...new Set(looked.flatMap(({ problem }) => problem ?? []))].slice(0, 3),
      ],
      hint: 'run in the account that holds it, or leave out --via config and --aggregator to ask each account',
    },
  );
}

/** All Regions of the organisation, of single accounts, or less. */
const reach = ({
  OrganizationAggregationSource,
  AccountAggregationSources,
}: ConfigurationAggregator): number =>
  (OrganizationAggregationSource ? 2 : 0) +
  ((OrganizationAggregationSource?.AllAwsRegions ??
  AccountAggregationSources?.every(({ AllAwsRegions }) => AllAwsRegions === true))
    ? 1
    : 0);

async function callerRegions({ caller, settings }: Looking): Promise<readonly string[]> {
  const found: Observation[] = [];
  await readUnit(
    {
      service: accountService,
      session: caller.session,
      place: { account: caller.account, region: 'global', partition: caller.partition },
      endpoint: caller.home,
    },
    settings,
    { observe: one => found.push(one), miss: () => undefined },
  );
  return [...new Set([caller.home, ...found.flatMap(one => regionIn(one) ?? [])])];
}

interface Looked {
  readonly client: AggregatorClient;
  readonly list: readonly ConfigurationAggregator[];
  readonly problem?: string;
}

async function lookIn(run: Looking, region: string): Promise<Looked> {
  const client = aggregatorClient(run, region);
  try {
    return { client, list: await client.aggregators() };
  } catch (error) {
    const { name, message } = failureOf(error);
    return { client, list: [], problem: `config:DescribeConfigurationAggregators: ${name}: ${message}` };
  }
}
