import type { Run } from '../run.ts';
import { findAggregator } from './find-aggregator.ts';
import type { ConfigSource, Holding } from './holding.ts';
import { knownOf } from './known.ts';
import { ledgerOf } from './ledger.ts';
import { readBatch } from './read-batch.ts';
import type { Ages } from './read-batch.ts';

/** Accounts that are asked for together: their ids are the part of an expression that grows. */
const batchSize = 40;

/** The aggregator that a run takes from; undefined when it asks each account alone. */
export async function configSource(
  run: Pick<Run, 'request' | 'caller' | 'settings' | 'services'>,
  accounts: readonly string[],
): Promise<ConfigSource | undefined> {
  if (run.request.via === 'api') return undefined;
  const started = new Date().toISOString();
  const found = await findAggregator(run);
  if (!found) return undefined;
  const known = await knownOf(found, run);
  const ages: Ages = { items: 0, old: 0, oldest: '' };
  const batches = new Map<number, Promise<ReadonlyMap<string, Holding>>>();
  const through = new Map<number, number>();
  const batchOf = (account: string): number => Math.floor(accounts.indexOf(account) / batchSize);
  return {
    name: found.name,
    region: found.client.region,
    holding: async account => {
      const index = batchOf(account);
      const ids = accounts.slice(index * batchSize, (index + 1) * batchSize);
      const batch = batches.get(index) ?? readBatch({ run, found, known, ages }, ids);
      batches.set(index, batch);
      const holding = (await batch).get(account);
      if (!holding) throw new TypeError(`account ${account} is not among those that were asked for`);
      return holding;
    },
    through: account => {
      const index = batchOf(account);
      const count = (through.get(index) ?? 0) + 1;
      through.set(index, count);
      if (count === Math.min(batchSize, accounts.length - index * batchSize)) batches.delete(index);
    },
    row: () => ledgerOf({ run, found, known, ages, started }),
  };
}
