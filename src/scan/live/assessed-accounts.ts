import type { KnownRow } from '../../collect/snapshot/ledger.ts';
import type { Snapshot } from '../../collect/snapshot/read.ts';
import type { Gap, ListedAccount } from '../../model/observation.ts';
import type { AssessedAccount } from '../../model/report.ts';

/** The Regions of each account that were to be read, of those that are switched on in it. */
export function regionsOf(
  { header }: Snapshot,
  enabled: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    header.accounts.map(({ id }) => {
      const own = enabled.get(id) ?? [];
      const asked = header.regions;
      if (!asked) return [id, own.toSorted()];
      return [id, own.length === 0 ? asked : asked.filter(region => own.includes(region))];
    }),
  );
}

interface Known {
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** What nobody got round to. */
  readonly missing: readonly Gap[];
}

/** What became of each account, those of which something is not known with the reason. */
export function assessedAccounts(snapshot: Snapshot, known: Known): readonly AssessedAccount[] {
  const ledger = ledgerSums(snapshot.rows.values());
  const missing = Map.groupBy(known.missing, ({ account }) => account);
  return snapshot.header.accounts.map(account =>
    assess(account, {
      regions: known.regions.get(account.id) ?? [],
      sums: ledger.get(account.id) ?? nothing,
      missing: missing.get(account.id) ?? [],
    }),
  );
}

/** What the rows of one account come to; of a hundred, mostly none is kept. */
interface Sums {
  calls: number;
  throttled: number;
  /** Something of it was read. */
  read: boolean;
  readonly bad: KnownRow[];
}

const nothing: Readonly<Sums> = { calls: 0, throttled: 0, read: false, bad: [] };

function ledgerSums(rows: Iterable<KnownRow>): ReadonlyMap<string, Sums> {
  const accounts = new Map<string, Sums>();
  for (const row of rows) {
    const sums = accounts.get(row.account) ?? { ...nothing, bad: [] };
    accounts.set(row.account, sums);
    sums.calls += row.calls;
    sums.throttled += row.throttled;
    if (row.status !== 'failed') sums.read = true;
    if (row.status !== 'ok') sums.bad.push(row);
  }
  return accounts;
}

interface Own {
  readonly regions: readonly string[];
  readonly sums: Readonly<Sums>;
  readonly missing: readonly Gap[];
}

function assess(account: ListedAccount, { regions, sums, missing }: Own): AssessedAccount {
  const { id, name, path, skipped } = account;
  const whoAndWhere = {
    id,
    ...(name !== undefined && { name }),
    ...(path && { path }),
  };
  if (skipped !== undefined)
    return { ...whoAndWhere, status: 'skipped', reason: skipped, regions: [], rows: [] };
  const bad = [
    ...sums.bad.map(rowOf),
    ...missing.map(({ service, region, cause, detail }) => ({
      service,
      region,
      status: 'failed' as const,
      cause,
      detail,
    })),
  ];
  const [first] = bad;
  const whole = { calls: sums.calls, throttled: sums.throttled };
  if (!first) return { ...whoAndWhere, status: 'assessed', regions, ...whole, rows: [] };
  return {
    ...whoAndWhere,
    status: sums.read ? 'partial' : 'not-assessed',
    reason: first.detail ?? first.cause ?? 'not read',
    regions,
    ...whole,
    rows: bad,
  };
}

const rowOf = ({ service, region, status, cause, detail }: KnownRow) => ({
  service,
  region,
  status: status === 'partial' ? ('partial' as const) : ('failed' as const),
  ...(cause && { cause }),
  ...(detail !== undefined && { detail }),
});
