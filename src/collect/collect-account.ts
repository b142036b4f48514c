import type { Cause } from '../model/cause.ts';
import type { Observation, Place } from '../model/observation.ts';
import { assumeRole } from './access.ts';
import type { Role } from './access.ts';
import { givenAlone, givenBeside } from './aggregator/given.ts';
import type { Given, Taking } from './aggregator/given.ts';
import type { Holding, Lacking } from './aggregator/holding.ts';
import { recorderOf, unknownRecorder } from './aggregator/recorder.ts';
import type { Recorder } from './aggregator/recorder.ts';
import { failureOf } from './failure.ts';
import { poolOf } from './pool.ts';
import { collectUnit, isToRead, readBefore, recordFailure, recordUnit } from './record-unit.ts';
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
  // Asked of the aggregator while the account itself is asked where it is.
  const asked = run.config?.holding(account.id);
  const regions = entered ? await regionsOf(run, account, session) : heldRegions(run, await asked);
  const recorders = entered ? await recordersOf(run, account, { session, regions }) : undefined;
  const holding = await asked;
  const planned = unitsOf(run, account, regions);
  const tasks = entered ? planned : heldUnits(run, holding, planned);
  run.progress.expect(account.id, tasks.length);
  run.progress.planned(account);
  for (const { service, region } of tasks) {
    const place: Place = { account: account.id, region, partition: account.partition };
    // oxlint-disable-next-line no-await-in-loop -- waiting here is what bounds the work under way
    await run.units.add(async () => {
      if (run.settings.signal.aborted) return;
      const recorder = recorders?.get(region) ?? unknownRecorder;
      const given = holding && givenFor(run, { service, place, recorder, holding }, entered);
      await recordUnit(run, { service, session, place, endpoint: endpointOf(run, region), given });
    });
  }
  run.config?.through(account.id);
}

/** Where the aggregator knows of an account that does not let us in. */
function heldRegions({ request }: Run, holding: Holding | undefined): readonly string[] {
  const asked = request.regions;
  const regions = holding?.regions ?? [];
  return asked.length === 0 ? regions : regions.filter(region => asked.includes(region));
}

/** Of such an account, what the aggregator holds anything of, when it is all that is asked. */
function heldUnits(
  { request }: Run,
  holding: Holding | undefined,
  units: readonly PlannedUnit[],
): readonly PlannedUnit[] {
  if (!holding || request.via !== 'config') return [];
  return units.filter(({ service, region }) =>
    service.kinds.some(kind => holding.items(region, kind).length > 0),
  );
}

/** What AWS Config says of a unit; all that there is to say when nothing else is asked, or the account cannot be entered. */
function givenFor({ request }: Run, taking: Taking, entered: boolean): Given | undefined {
  if (entered && taking.service.name === configTable) return undefined;
  return entered && request.via === 'auto' ? givenBeside(taking) : givenAlone(taking);
}

/** The table of recorders, which are asked themselves however the rest is read. */
const configTable = 'config';

/** What is recorded in each Region, where an aggregator is taken from; read before all else. */
async function recordersOf(
  run: Run,
  account: PlacedAccount,
  { session, regions }: { readonly session: Session; readonly regions: readonly string[] },
): Promise<ReadonlyMap<string, Recorder>> {
  const recorders = new Map<string, Recorder>();
  if (!run.config) return recorders;
  const service = run.services.find(({ name }) => name === configTable) ?? (await loadConfig());
  const pool = poolOf(2);
  const unread = regions.filter(region => {
    const unit = { account: account.id, region, service: configTable };
    if (isToRead(run, unit)) return true;
    recorders.set(region, recorderOf(readBefore(run, unit)));
    return false;
  });
  run.progress.expect(account.id, unread.length);
  for (const region of unread) {
    const place: Place = { account: account.id, region, partition: account.partition };
    // oxlint-disable-next-line no-await-in-loop -- as above
    await pool.add(async () => {
      if (run.settings.signal.aborted) return;
      const { row, observations } = await collectUnit(run, { service, session, place, endpoint: region });
      recorders.set(region, row.status === 'ok' ? recorderOf(observations) : unknownRecorder);
    });
  }
  await pool.end();
  return recorders;
}

const loadConfig = async (): Promise<Service> => (await import('./services/config.ts')).config;

const endpointOf = ({ caller }: Run, region: string): string => (region === 'global' ? caller.home : region);

/** The caller's own account is read with what the caller has; every other one with the role for it. */
function sessionFor(run: Run, account: PlacedAccount): Session {
  const { caller, settings } = run;
  if (isOwn(run, account)) return caller.session;
  const role = roleFor(run, account);
  if (role) return assumeRole(caller, settings, role);
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
    const place: Place = { account: account.id, region: 'global', partition: account.partition };
    const action = 'sts:AssumeRole';
    const kinds = ['account:region', ...run.services.flatMap(service => service.kinds)];
    run.progress.expect(account.id, 1);
    recordFailure(run, {
      ...place,
      service: accountService.name,
      kinds,
      action,
      ...refusalOf(run, account, error),
    });
    return false;
  }
}

function refusalOf(run: Run, account: PlacedAccount, error: unknown): Lacking {
  const role = roleFor(run, account)?.arn;
  if (role === undefined && run.request.via === 'config')
    return {
      cause: 'out-of-view',
      detail: 'no role is given for it: what the aggregator holds is all that is seen',
    };
  const { cause, name, message } = failureOf(error);
  const detail = `${role === undefined ? '' : `cannot assume ${role}: `}${name}: ${message}`;
  return { cause: entryCause(cause), detail };
}

/** STS says of a token that it does not know what other services say of a Region that is off. */
const entryCause = (cause: Cause): Cause =>
  cause === 'region-disabled' ? 'access-denied' : cause === 'parse-error' ? 'access-denied' : cause;

/** The Regions to read: those that are switched on, of those that were asked for. */
async function regionsOf(run: Run, account: PlacedAccount, session: Session): Promise<readonly string[]> {
  const { request, caller } = run;
  const place: Place = { account: account.id, region: 'global', partition: account.partition };
  const asked = request.regions;
  const read = async (service: Service): Promise<readonly string[] | undefined> => {
    const unit = await collectUnit(run, { service, session, place, endpoint: caller.home });
    const names = unit.observations.flatMap(one => regionIn(one) ?? []);
    // Every account has Regions: an answer without any is none.
    return unit.row.status === 'ok' && names.length > 0 ? names : undefined;
  };
  run.progress.expect(account.id, 1);
  const other = (): ReturnType<typeof read> => {
    run.progress.expect(account.id, 1);
    return read(ec2Regions);
  };
  const enabled = (await read(accountService)) ?? (await other());
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
    if (run.config && service.name === configTable) return [];
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
