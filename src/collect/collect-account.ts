import type { Cause } from '../model/cause.ts';
import type { Observation, Place } from '../model/observation.ts';
import { assumeRole } from './access.ts';
import type { Role } from './access.ts';
import { failureOf } from './failure.ts';
import { collectUnit, isToRead, recordFailure, recordUnit } from './record-unit.ts';
import type { Run } from './run.ts';
import { valueFor } from './select-accounts.ts';
import type { PlacedAccount } from './select-accounts.ts';
import type { Service } from './service.ts';
import { account as accountService } from './services/account.ts';
import { ec2Regions } from './services/ec2-regions.ts';
import { sessionOf } from './session.ts';
import type { Session } from './session.ts';

/** Reads everything of one account, unit by unit; each is in the file when it is through. */
export async function collectAccount(run: Run, account: PlacedAccount): Promise<void> {
  if (run.settings.signal.aborted) return;
  const session = sessionFor(run, account);
  const entered = await enter(run, account, session);
  const regions = entered ? await regionsOf(run, account, session) : [];
  const tasks = entered ? unitsOf(run, account, regions) : [];
  run.progress.expect(account.id, tasks.length);
  run.progress.planned(account);
  for (const { service, region } of tasks) {
    const place: Place = { account: account.id, region, partition: account.partition };
    // oxlint-disable-next-line no-await-in-loop -- waiting here is what bounds the work under way
    await run.units.add(async () => {
      if (!run.settings.signal.aborted)
        await recordUnit(run, { service, session, place, endpoint: endpointOf(run, region) });
    });
  }
}

const endpointOf = ({ caller }: Run, region: string): string => (region === 'global' ? caller.home : region);

/** The caller's own account is read with what the caller has; every other one with the role for it. */
function sessionFor(run: Run, account: PlacedAccount): Session {
  const { caller, settings } = run;
  if (isOwn(run, account)) return caller.session;
  const role = roleFor(run, account);
  if (role) return assumeRole(caller, settings.network, role);
  return sessionOf(() => Promise.reject(new Error('no role is given for it')));
}

const isOwn = ({ request, caller, management }: RoleChoice, { id }: PlacedAccount): boolean =>
  id === caller.account && !(id === management && request.managementRole !== undefined);

export type RoleChoice = Pick<Run, 'request' | 'caller' | 'management'>;

/** The role that an account is read with; undefined when it is read as the caller, or when none is given for it. */
export function roleFor(choice: RoleChoice, account: PlacedAccount): Role | undefined {
  const { request, management } = choice;
  const own = account.id === management ? request.managementRole : undefined;
  const name = own ?? valueFor(account, request.roles);
  if (name === undefined || isOwn(choice, account)) return undefined;
  const externalId = valueFor(account, request.externalIds);
  return {
    arn: `arn:${account.partition}:iam::${account.id}:role/${name.replace(/^\//, '')}`,
    ...(externalId !== undefined && { externalId }),
  };
}

/** Whether the account lets us in. When it does not, its row says so, and nothing else of it is asked for. */
async function enter(run: Run, account: PlacedAccount, session: Session): Promise<boolean> {
  try {
    await session.credentials();
    return true;
  } catch (error) {
    const { cause, name, message } = failureOf(error);
    const place: Place = { account: account.id, region: 'global', partition: account.partition };
    const role = roleFor(run, account)?.arn;
    const detail = `${role === undefined ? '' : `cannot assume ${role}: `}${name}: ${message}`;
    const action = 'sts:AssumeRole';
    const kinds = ['account:region', ...run.services.flatMap(service => service.kinds)];
    run.progress.expect(account.id, 1);
    recordFailure(run, {
      ...place,
      service: accountService.name,
      kinds,
      action,
      cause: entryCause(cause),
      detail,
    });
    return false;
  }
}

/** STS says of a token that it does not know what other services say of a Region that is off. */
const entryCause = (cause: Cause): Cause =>
  cause === 'region-disabled' ? 'access-denied' : cause === 'parse-error' ? 'access-denied' : cause;

/** The Regions to read: those that are switched on, of those that were asked for. */
async function regionsOf(run: Run, account: PlacedAccount, session: Session): Promise<readonly string[]> {
  const { request, before, caller } = run;
  const place: Place = { account: account.id, region: 'global', partition: account.partition };
  const asked = before?.header.regions ?? request.regions;
  const read = async (service: Service): Promise<readonly string[] | undefined> => {
    const unit = await collectUnit(run, { service, session, place, endpoint: caller.home });
    const names = unit.observations.flatMap(one => regionIn(one) ?? []);
    // Every account has Regions: an answer without any is none.
    return unit.row.status === 'ok' && names.length > 0 ? names : undefined;
  };
  run.progress.expect(account.id, 1);
  const enabled = (await read(accountService)) ?? (await read(ec2Regions));
  if (!enabled) return asked;
  return asked.length === 0 ? enabled : enabled.filter(region => asked.includes(region));
}

export function regionIn({ kind, data }: Observation): string | undefined {
  const name = data['RegionName'];
  return kind === 'account:region' && typeof name === 'string' ? name : undefined;
}

interface PlannedUnit {
  readonly service: Service;
  readonly region: string;
}

/** What is to be read of an account and is not in the snapshot yet. */
function unitsOf(run: Run, account: PlacedAccount, regions: readonly string[]): readonly PlannedUnit[] {
  const planned = run.services.flatMap((service): PlannedUnit[] => {
    if (service.scope === 'regional') return regions.map(region => ({ service, region }));
    if (service.scope === 'organisation' && !readsOrganisation(run, account)) return [];
    return [{ service, region: 'global' }];
  });
  return planned.filter(({ service, region }) =>
    isToRead(run, { account: account.id, region, service: service.name }),
  );
}

const readsOrganisation = ({ request, caller }: Run, { id }: PlacedAccount): boolean =>
  request.organisation && id === caller.account;
