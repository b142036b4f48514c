import type { Gap, LedgerRow, Observation, SnapshotHeader } from '../model/observation.ts';
import { UsageError } from '../model/problem.ts';
import type { Run } from './run.ts';
import { selectAccounts } from './select-accounts.ts';
import type { PlacedAccount } from './select-accounts.ts';
import { organizations } from './services/organizations.ts';
import type { Snapshot } from './snapshot/read.ts';
import type { SnapshotWriter } from './snapshot/write.ts';
import { readUnit } from './unit.ts';

/** Which accounts there are, and which of them are read. */
export interface Discovery {
  readonly organisation?: NonNullable<SnapshotHeader['organisation']>;
  readonly accounts: readonly PlacedAccount[];
  /** Writes down what was learnt on the way. */
  readonly record: (writer: SnapshotWriter) => void;
}

export async function discover(run: Omit<Run, 'writer'>): Promise<Discovery> {
  return run.request.organisation ? discoverOrganisation(run) : ownAccounts(run);
}

/** Without an organisation: the caller's account, or those that are named. */
function ownAccounts(run: Omit<Run, 'writer'>): Discovery {
  const { request, caller, before } = run;
  const { accounts: named } = request.filter;
  const ids = before ? idsBefore(before, run) : named.length > 0 ? named : [caller.account];
  return {
    accounts: ids.map(id => ({ id, partition: caller.partition, unitIds: [] })),
    record: () => undefined,
  };
}

/** The accounts that a snapshot was begun with. Behind a pseudonym, the caller's own can be told, and no other one. */
function idsBefore(
  { header: { accounts, redacted } }: Snapshot,
  { caller, redactor }: Omit<Run, 'writer'>,
): readonly string[] {
  const ids = accounts.flatMap(({ id, skipped }) => (skipped === undefined ? [id] : []));
  if (!redacted) return ids;
  const own = redactor.account(caller.account);
  if (ids.some(id => id !== own))
    throw new UsageError('the snapshot is redacted: which accounts it was begun with cannot be told', {
      hint: 'begin another snapshot',
    });
  return [caller.account];
}

async function discoverOrganisation(run: Omit<Run, 'writer'>): Promise<Discovery> {
  const { request, caller, settings, before, redactor, progress, rows } = run;
  const observations: Observation[] = [];
  const gaps: Gap[] = [];
  const row = await readUnit(
    {
      service: organizations,
      session: caller.session,
      place: { account: caller.account, region: 'global', partition: caller.partition },
      endpoint: caller.home,
    },
    settings,
    { observe: one => observations.push(one), miss: gap => gaps.push(gap) },
  );
  const organisation = organisationIn(observations);
  refuseUnseen(organisation, { observations, gaps, row });
  const listed =
    before && new Set(before.header.accounts.flatMap(({ id, skipped }) => (skipped ? [] : [id])));
  const isListed = (id: string): boolean => listed?.has(redactor.account(id)) ?? true;
  return {
    ...(organisation && { organisation }),
    accounts: selectAccounts(observations, request.filter).map(account =>
      account.skipped === undefined && !isListed(account.id)
        ? { ...account, skipped: 'not selected' }
        : account,
    ),
    record: writer => {
      const unit = writer.unit();
      for (const observation of observations) unit.add({ type: 'observation', ...observation });
      for (const gap of gaps) unit.add({ type: 'gap', ...gap });
      unit.end(row);
      rows.push(row);
      progress.expect(row.account, 1);
      progress.done(row);
    },
  };
}

function organisationIn(observations: readonly Observation[]): Discovery['organisation'] {
  const data = observations.find(({ kind }) => kind === 'organizations:organization')?.data;
  const [id, management] = [data?.['Id'], data?.['MasterAccountId']];
  return typeof id === 'string' && typeof management === 'string' ? { id, management } : undefined;
}

interface Seen {
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
  readonly row: LedgerRow;
}

/** Without the list of accounts nobody knows what is in scope. */
function refuseUnseen(organisation: Discovery['organisation'], { observations, gaps, row }: Seen): void {
  const gap = gaps.find(({ kinds, id }) => kinds.includes('organizations:account') && id === undefined);
  if (!gap && observations.some(({ kind }) => kind === 'organizations:account')) return;
  const reason = gap ? `${gap.action}: ${gap.detail}` : 'the account belongs to no organisation';
  throw new UsageError('cannot list the accounts of the organisation', {
    details: [reason],
    hint: organisation
      ? `run in the management account ${organisation.management} or one that Organizations is delegated to (caller: account ${row.account})`
      : 'leave out --org to read one account',
  });
}
