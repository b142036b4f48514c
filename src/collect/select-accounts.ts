import type { JsonObject, ListedAccount, Observation } from '../model/observation.ts';
import { UsageError } from '../model/problem.ts';
import type { AccountFilter, PerUnit } from './request.ts';

/** An account with the ids and names of the organisational units above it, from the root down. */
export interface PlacedAccount extends ListedAccount {
  readonly unitIds: readonly string[];
}

/** The accounts of an organisation, those out of scope with the reason, in the order of their ids. */
export function selectAccounts(
  observations: readonly Observation[],
  filter: AccountFilter,
): readonly PlacedAccount[] {
  const units = new Map(
    ofKind(observations, 'organizations:unit').map(unit => [textOf(unit.data, 'Id'), unit]),
  );
  const accounts = ofKind(observations, 'organizations:account')
    .map(observation => accountOf(observation, units))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  refuseUnknown(filter, accounts, units);
  return accounts.map(account => {
    const skipped = whySkipped(account, filter);
    return skipped === undefined ? account : { ...account, skipped };
  });
}

const ofKind = (observations: readonly Observation[], kind: string): readonly Observation[] =>
  observations.filter(observation => observation.kind === kind);

function textOf(data: JsonObject, name: string): string {
  const value = data[name];
  return typeof value === 'string' ? value : '';
}

function accountOf(
  { data, partition, tags }: Observation,
  units: ReadonlyMap<string, Observation>,
): PlacedAccount {
  const id = textOf(data, 'Id');
  const unitIds = unitsAbove(data, units);
  return {
    id,
    partition,
    name: textOf(data, 'Name'),
    state: textOf(data, 'State') || textOf(data, 'Status'),
    path: unitIds.flatMap(unit => nameOf(units.get(unit)) ?? []),
    ...(tags && { tags }),
    unitIds,
  };
}

const nameOf = (unit: Observation | undefined): string | undefined => unit && textOf(unit.data, 'Name');

/** From `o-x/r-y/ou-a/ou-b/111122223333/`, or up from the parent that AWS was asked for. */
function unitsAbove(data: JsonObject, units: ReadonlyMap<string, Observation>): readonly string[] {
  const [path] = Array.isArray(data['Paths']) ? data['Paths'] : [];
  if (typeof path === 'string') return path.split('/').filter(part => /^(ou|r)-/.test(part));
  const [parent] = Array.isArray(data['parents']) ? data['parents'] : [];
  const above: string[] = [];
  let id = parent && typeof parent.Id === 'string' ? parent.Id : '';
  while (id !== '' && !above.includes(id)) {
    above.unshift(id);
    const unit = units.get(id);
    id = unit ? textOf(unit.data, 'ParentId') : '';
  }
  return above;
}

function whySkipped(account: PlacedAccount, filter: AccountFilter): string | undefined {
  if (account.state !== undefined && account.state !== '' && account.state !== 'ACTIVE')
    return account.state.toLowerCase().replaceAll('_', ' ');
  if (filter.excluded.includes(account.id)) return 'excluded';
  return isWanted(account, filter) ? undefined : 'not selected';
}

function isWanted(account: PlacedAccount, { accounts, units, tags }: AccountFilter): boolean {
  if (accounts.length > 0 && !accounts.includes(account.id)) return false;
  if (units.length > 0 && !units.some(unit => isBelow(account, unit))) return false;
  // An account whose tags could not be read may carry the tag: leaving it out would hide it.
  const own = account.tags;
  if (tags.length === 0 || !own) return true;
  return tags.every(({ key, value }) => (value === undefined ? Object.hasOwn(own, key) : own[key] === value));
}

/** An organisational unit is given by id, by name, or by path from the root. */
function isBelow({ path = [], unitIds }: PlacedAccount, unit: string): boolean {
  const wanted = unit.split('/').filter(Boolean);
  if (wanted.length === 1 && (unitIds.includes(unit) || path.includes(unit))) return true;
  return wanted.every((name, index) => path[index] === name);
}

/** The value for an account: that of the deepest unit above it, else the one for all. */
export function valueFor(account: PlacedAccount, values: readonly PerUnit[]): string | undefined {
  const fitting = values.filter(({ unit }) => unit === undefined || isBelow(account, unit));
  return fitting.toSorted((a, b) => depthOf(account, b.unit) - depthOf(account, a.unit))[0]?.value;
}

function depthOf({ path = [], unitIds }: PlacedAccount, unit: string | undefined): number {
  if (unit === undefined) return 0;
  const last = unit.split('/').findLast(Boolean) ?? unit;
  return 1 + Math.max(path.lastIndexOf(last), unitIds.indexOf(unit));
}

function refuseUnknown(
  { accounts, excluded, units: wanted }: AccountFilter,
  known: readonly PlacedAccount[],
  units: ReadonlyMap<string, Observation>,
): void {
  const ids = new Set(known.map(({ id }) => id));
  const strangers = [...accounts, ...excluded].filter(id => !ids.has(id));
  if (strangers.length > 0)
    throw new UsageError(`the organisation has no account ${strangers.join(', ')}`, {
      hint: 'plumbline collect --org --dry-run lists its accounts',
    });
  const names = new Set([...units.keys(), ...[...units.values()].map(unit => nameOf(unit))]);
  const lost = wanted.filter(unit => !names.has(unit.split('/').findLast(Boolean)) && !unit.startsWith('r-'));
  if (lost.length > 0)
    throw new UsageError(`the organisation has no unit ${lost.join(', ')}`, {
      details: [`its units: ${[...units.values()].map(unit => nameOf(unit)).join(', ') || 'none'}`],
    });
}
