import type { AggregatedSourceStatus } from '@aws-sdk/client-config-service';

import { failureOf } from '../failure.ts';
import type { Run } from '../run.ts';
import { seenExpressions } from './expressions.ts';
import type { FoundAggregator } from './find-aggregator.ts';
import type { Lacking } from './holding.ts';
import { textIn } from './item.ts';
import { recordedTypes } from './recorded-types.ts';

/** What holds for all accounts. */
export interface Known {
  /** `<Region>/<type>` of which there is an item of some account: AWS Config records the type there. */
  readonly seen: ReadonlySet<string>;
  /** When AWS Config last heard of an account and Region, and how that went. */
  readonly sources: ReadonlyMap<string, AggregatedSourceStatus>;
  /** What could not be found out. */
  readonly lacking?: Lacking;
}

export async function knownOf(
  { name, client }: FoundAggregator,
  { settings: { signal } }: Pick<Run, 'settings'>,
): Promise<Known> {
  const seen = new Set<string>();
  const sources = new Map<string, AggregatedSourceStatus>();
  try {
    for (const expression of seenExpressions(Object.keys(recordedTypes)))
      for await (const { row } of client.select(name, expression))
        seen.add(`${textIn(row, 'awsRegion')}/${textIn(row, 'resourceType')}`);
    for (const source of await client.sources(name))
      sources.set(`${source.SourceId ?? ''}/${source.AwsRegion ?? ''}`, source);
    return { seen, sources };
  } catch (error) {
    if (signal.aborted) return { seen, sources, lacking: { cause: 'timeout', detail: 'the run stopped' } };
    const { cause, name: kind, message } = failureOf(error);
    return { seen, sources, lacking: { cause, detail: `${kind}: ${message}` } };
  }
}
