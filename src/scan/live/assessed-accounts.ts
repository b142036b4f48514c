import type { Snapshot } from '../../collect/snapshot/read.ts';
import type { Gap, LedgerRow, ListedAccount, Observation } from '../../model/observation.ts';
import type { AssessedAccount } from '../../model/report.ts';

/** The Regions of each account that were to be read. */
export function regionsOf(
  { header }: Snapshot,
  observations: readonly Observation[],
): ReadonlyMap<string, readonly string[]> {
  const regions = observations.filter(({ kind }) => kind === 'account:region');
  const enabled = Map.groupBy(regions, ({ account }) => account);
  return new Map(
    header.accounts.map(({ id }) => {
      const own = (enabled.get(id) ?? []).flatMap(({ data: { RegionName: name } }) =>
        typeof name === 'string' ? [name] : [],
      );
      const asked = header.regions;
      if (!asked) return [id, own.toSorted()];
      return [id, own.length === 0 ? asked : asked.filter(region => own.includes(region))];
    }),
  );
}

interface Ledger {
  readonly regions: ReadonlyMap<string, readonly string[]>;
  /** What nobody got round to. */
  readonly missing: readonly Gap[];
}

/** What became of each account, those of which something is not known with the reason. */
export function assessedAccounts(snapshot: Snapshot, ledger: Ledger): readonly AssessedAccount[] {
  const rows = Map.groupBy(snapshot.rows.values(), ({ account }) => account);
  const missing = Map.groupBy(ledger.missing, ({ account }) => account);
  return snapshot.header.accounts.map(account =>
    assess(account, {
      regions: ledger.regions.get(account.id) ?? [],
      rows: rows.get(account.id) ?? [],
      missing: missing.get(account.id) ?? [],
    }),
  );
}

interface Own {
  readonly regions: readonly string[];
  readonly rows: readonly LedgerRow[];
  readonly missing: readonly Gap[];
}

function assess(account: ListedAccount, { regions, rows, missing }: Own): AssessedAccount {
  const { id, name, path, skipped } = account;
  const whoAndWhere = {
    id,
    ...(name !== undefined && { name }),
    ...(path && { path }),
  };
  if (skipped !== undefined)
    return { ...whoAndWhere, status: 'skipped', reason: skipped, regions: [], rows: [] };
  const bad = [
    ...rows.filter(({ status }) => status !== 'ok').map(rowOf),
    ...missing.map(({ service, region, cause, detail }) => ({
      service,
      region,
      status: 'failed' as const,
      cause,
      detail,
    })),
  ];
  const [first] = bad;
  const whole = { calls: sum(rows, 'calls'), throttled: sum(rows, 'throttled') };
  if (!first) return { ...whoAndWhere, status: 'assessed', regions, ...whole, rows: [] };
  const nothing = rows.every(({ status }) => status === 'failed');
  return {
    ...whoAndWhere,
    status: nothing ? 'not-assessed' : 'partial',
    reason: first.detail ?? first.cause ?? 'not read',
    regions,
    ...whole,
    rows: bad,
  };
}

const rowOf = ({ service, region, status, cause, detail }: LedgerRow) => ({
  service,
  region,
  status: status === 'partial' ? ('partial' as const) : ('failed' as const),
  ...(cause && { cause }),
  ...(detail !== undefined && { detail }),
});

const sum = (rows: readonly LedgerRow[], what: 'calls' | 'throttled'): number =>
  rows.reduce((total, row) => total + row[what], 0);
