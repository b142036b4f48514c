import type { LedgerRow } from '../../model/observation.ts';
import type { Asking } from './read-batch.ts';

/** The row of an aggregator: what was asked of it, how much it gave, and how old that is. */
export function ledgerOf({
  run,
  found,
  known,
  ages,
  started,
}: Asking & { readonly started: string }): LedgerRow {
  const { account, partition } = run.caller;
  const { client, counts, name } = found;
  const { items, old, oldest } = ages;
  const age =
    oldest === ''
      ? ''
      : `, the oldest as of ${oldest}${old === 0 ? '' : `, ${old} as of more than 90 days ago`}`;
  return {
    account,
    region: client.region,
    partition,
    service: 'config-aggregator',
    // Beside direct calls nothing is missing when it gives nothing.
    ...(known.lacking && run.request.via === 'config'
      ? { status: 'failed', cause: known.lacking.cause }
      : { status: 'ok' }),
    detail: `aggregator ${name}: ${known.lacking ? known.lacking.detail : `${items} items${age}`}`,
    observations: 0,
    calls: client.counts.calls + counts.calls,
    throttled: client.counts.throttled + counts.throttled,
    started,
    // Not when the run ended: what else it did in the meantime is none of the aggregator's.
    ended: client.answered() ?? started,
  };
}
