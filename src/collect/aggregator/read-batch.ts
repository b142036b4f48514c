import type { AggregatedSourceStatus } from '@aws-sdk/client-config-service';

import type { Observation } from '../../model/observation.ts';
import { failureOf } from '../failure.ts';
import type { Run } from '../run.ts';
import { countExpressions, itemExpressions } from './expressions.ts';
import type { FoundAggregator } from './find-aggregator.ts';
import type { Holding, Lacking } from './holding.ts';
import { observationOf, textIn } from './item.ts';
import type { Known } from './known.ts';
import { recordedTypes } from './recorded-types.ts';

/** How old what the aggregator holds is. */
export interface Ages {
  items: number;
  /** Of those, how many were last seen to change so long ago that one should look. */
  old: number;
  /** ISO 8601; empty before the first item. */
  oldest: string;
}

export interface Asking {
  readonly run: Pick<Run, 'request' | 'caller' | 'settings' | 'services'>;
  readonly found: FoundAggregator;
  readonly known: Known;
  readonly ages: Ages;
}

/** An item that is older is counted: AWS Config says of it what was so then, and nothing of it since. */
const oldAfter = 90 * 24 * 3_600_000;

/** Asks for what the aggregator holds of some accounts. What cannot be had is lacking in all of them. */
export async function readBatch(
  asking: Asking,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, Holding>> {
  const batch: Batch = { counts: new Map(), read: new Map(), items: new Map(), regions: new Map() };
  let lacking = asking.known.lacking;
  try {
    await fill(asking, accounts, batch);
  } catch (error) {
    const { cause, name, message } = failureOf(error);
    lacking ??= { cause, detail: `${name}: ${message}` };
  }
  return new Map(accounts.map(account => [account, holdingOf(asking, batch, { account, lacking })]));
}

interface Batch {
  /** By account, Region and type. */
  readonly counts: Map<string, number>;
  readonly read: Map<string, number>;
  /** By account, Region and kind. */
  readonly items: Map<string, Observation[]>;
  readonly regions: Map<string, Set<string>>;
}

const keyOf = (account: string, region: string, what: string): string => `${account}/${region}/${what}`;

async function fill({ run, found, ages }: Asking, accounts: readonly string[], batch: Batch): Promise<void> {
  const { name, client } = found;
  const collected = new Set(run.services.flatMap(({ kinds }) => kinds));
  const types = Object.entries(recordedTypes).filter(([, { kind }]) => collected.has(kind));
  for (const expression of countExpressions({ types: types.map(([type]) => type), accounts })) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other, as the limits of the API want it
    for await (const { row } of client.select(name, expression)) {
      const [account, region] = [textIn(row, 'accountId'), textIn(row, 'awsRegion')];
      batch.counts.set(keyOf(account, region, textIn(row, 'resourceType')), countIn(row['COUNT(*)']));
      const regions = batch.regions.get(account) ?? new Set();
      batch.regions.set(account, regions.add(region));
    }
  }
  const wanted = types.filter(([, { enough }]) => run.request.via === 'config' || enough !== undefined);
  if (wanted.length === 0) return;
  for (const expression of itemExpressions({ types: wanted.map(([type]) => type), accounts })) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    for await (const { row, call } of client.select(name, expression)) {
      const key = keyOf(textIn(row, 'accountId'), textIn(row, 'awsRegion'), textIn(row, 'resourceType'));
      batch.read.set(key, (batch.read.get(key) ?? 0) + 1);
      const item = observationOf(row, run.caller.partition, call);
      if (!item) continue;
      grow(batch.items, keyOf(item.account, item.region, item.kind), item);
      note(ages, textIn(row, 'configurationItemCaptureTime'), run.settings.started);
    }
  }
}

const countIn = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0));

function grow(lists: Map<string, Observation[]>, key: string, item: Observation): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

function note(ages: Ages, time: string, now: Date): void {
  ages.items += 1;
  if (time === '') return;
  if (ages.oldest === '' || time < ages.oldest) ages.oldest = time;
  if (now.getTime() - Date.parse(time) > oldAfter) ages.old += 1;
}

function holdingOf(
  { known, run }: Asking,
  batch: Batch,
  { account, lacking }: { readonly account: string; readonly lacking: Lacking | undefined },
): Holding {
  const sources = [...known.sources.values()].filter(
    ({ SourceId, AwsRegion }) => SourceId === account && AwsRegion !== undefined,
  );
  const own = [...(batch.regions.get(account) ?? []), ...sources.flatMap(({ AwsRegion }) => AwsRegion ?? [])];
  return {
    regions: [...new Set(own)].filter(region => region !== 'global').toSorted(),
    items: (region, kind) => batch.items.get(keyOf(account, region, kind)) ?? [],
    count: (region, type) => batch.counts.get(keyOf(account, region, type)) ?? 0,
    lacking: (region, type) =>
      lacking ??
      unheard(known, account, region) ??
      unseen(known, region, type) ??
      (run.request.via === 'config' || recordedTypes[type]?.enough !== undefined
        ? uncounted(batch, keyOf(account, region, type))
        : undefined),
  };
}

/** AWS Config must have heard of the account in that Region, and lately. */
function unheard({ sources }: Known, account: string, region: string): Lacking | undefined {
  const source = sourceOf(sources, account, region);
  if (!source)
    return {
      cause: 'out-of-view',
      detail: 'the aggregator does not name the account and Region among its sources',
    };
  const { LastUpdateStatus: status, LastErrorCode: code = '', LastErrorMessage: message = '' } = source;
  if (status === 'SUCCEEDED') return undefined;
  return {
    cause: /AccessDenied|Unauthorized|NotAuthorized/i.test(code) ? 'access-denied' : 'out-of-view',
    detail: `the aggregator has not heard of the account in this Region: ${[status, code, message].filter(Boolean).join(', ')}`,
  };
}

/** An organisation may be one source, with a state in each Region. */
const sourceOf = (
  sources: Known['sources'],
  account: string,
  region: string,
): AggregatedSourceStatus | undefined =>
  sources.get(`${account}/${region}`) ??
  [...sources.values()].find(
    ({ SourceType, AwsRegion }) => SourceType === 'ORGANIZATION' && AwsRegion === region,
  );

/** A type that nobody in the organisation has there may be one that AWS Config does not record there. */
const unseen = ({ seen }: Known, region: string, type: string): Lacking | undefined =>
  seen.has(`${region}/${type}`)
    ? undefined
    : {
        cause: 'out-of-view',
        detail:
          'the aggregator has no item of this type in this Region: whether it is recorded there is not known',
      };

function uncounted({ counts, read }: Batch, key: string): Lacking | undefined {
  const [counted, got] = [counts.get(key) ?? 0, read.get(key) ?? 0];
  return counted === got
    ? undefined
    : { cause: 'out-of-view', detail: `AWS Config counts ${counted} of these items, and gave ${got}` };
}
