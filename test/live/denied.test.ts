import { rmSync } from 'node:fs';

import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import { assumeRole, findCaller } from '../../src/collect/access.ts';
import type { Caller } from '../../src/collect/access.ts';
import { loadServices } from '../../src/collect/load-services.ts';
import { networkOf } from '../../src/collect/network.ts';
import type { Service } from '../../src/collect/service.ts';
import { services } from '../../src/collect/services/index.ts';
import { organizations } from '../../src/collect/services/organizations.ts';
import { readUnit } from '../../src/collect/unit.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Gap, Observation } from '../../src/model/observation.ts';
import { normalizeObservations } from '../../src/normalize/observations/normalize-observations.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { speakerFor, withCredentials } from './assess.ts';
import { makeWorld, serve, simulatorFolder } from './simulator.ts';
import type { Server, World } from './simulator.ts';

/*
 * One account, of which everything can be read but one operation: what the rules then say that they did not say of the
 * whole account, they say without having seen it.
 */

const account = '200000000001';
const partition = 'aws';
const started = new Date();

interface Read {
  readonly observations: readonly Observation[];
  readonly gaps: readonly Gap[];
}

describe.skipIf(simulatorFolder === undefined)('an account that denies one operation', async () => {
  const all: readonly Service[] =
    simulatorFolder === undefined
      ? []
      : [organizations, ...(await loadServices([]))].map(service => ({ ...service, maxRps: Infinity }));
  const network = networkOf(16);
  let world: World;
  let server: Server;
  let readFrom: (service: Service) => Promise<Read>;
  let say: (read: ReadonlyMap<string, Read>) => readonly Finding[];
  const whole = new Map<string, Read>();
  let undisturbed: ReadonlyMap<string, ReadonlySet<string>>;

  beforeAll(async () => {
    world = makeWorld({ accounts: 2, regions: 1, seed: 11, 'violation-rate': 0.4 });
    server = await serve(world);
    withCredentials(server.endpoint);
    const caller = await findCaller(network, undefined);
    const { types } = await loadCatalogue();
    const judge = await speakerFor(world);
    const regions = world.approvedRegions.slice(0, 1);
    readFrom = readerIn(regions[0] ?? '', caller, network);
    const accounts = [caller.account, account].map(id => ({ id, partition, regions }));
    say = read => {
      const observations = [...read.values()].flatMap(one => one.observations);
      const gaps = [...read.values()].flatMap(one => one.gaps);
      return judge(normalizeObservations({ accounts, observations, gaps }, types).estate);
    };
    await Promise.all(all.map(async service => whole.set(service.name, await readFrom(service))));
    undisturbed = verdictsIn(say(whole));
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    network.destroy();
    server.stop();
    rmSync(world.folder, { recursive: true });
  });

  test('the account is read, and most rules speak of it', () => {
    const gaps = [...whole.values()].flatMap(one => one.gaps);
    // The simulator has no such operation.
    expect(gaps.map(({ action }) => action)).toEqual(['opensearch:ListDomainNames', 'sso:ListInstances']);
    expect(undisturbed.size).toBeGreaterThan(100);
  });

  test.each(all.flatMap(service => Object.keys(service.actions).map(name => [service.name, name] as const)))(
    '%s:%s: nothing is decided that was not',
    async (name, operation) => {
      const service = all.find(one => one.name === name);
      if (!service) throw new TypeError(`no service ${name}`);
      const reads = await Promise.all([1, 2].map(from => readFrom(denying(service, operation, from))));
      for (const read of reads) {
        const disturbed = verdictsIn(say(new Map([...whole, [name, read]])));
        expect(newIn(disturbed, undisturbed)).toEqual([]);
      }
    },
  );
});

function readerIn(
  home: string,
  caller: Caller,
  network: NodeHttpHandler,
): (service: Service) => Promise<Read> {
  const arn = `arn:aws:iam::${account}:role/ComplianceScanner`;
  const session = assumeRole(caller, { network }, { arn, externalId: 'aws-sim' });
  return async service => {
    const observations: Observation[] = [];
    const gaps: Gap[] = [];
    const own = service.scope === 'organisation';
    const region = service.scope === 'regional' ? home : 'global';
    await readUnit(
      {
        service,
        session: own ? caller.session : session,
        place: { account: own ? caller.account : account, region, partition },
        endpoint: region === 'global' ? caller.home : region,
      },
      { network, maxRps: 1000, started, signal: new AbortController().signal, onThrottle: () => undefined },
      { observe: one => observations.push(one), miss: gap => gaps.push(gap) },
    );
    return { observations, gaps };
  };
}

test('every service is tried', () => {
  expect(services.length).toBeGreaterThan(30);
});

/** The same service, of which one operation is denied from the so many-th call on. */
function denying(service: Service, operation: string, from: number): Service {
  let calls = 0;
  return {
    ...service,
    open: (settings, supervisor) =>
      service.open(settings, {
        ...supervisor,
        admit: name => {
          supervisor.admit(name);
          if (name === operation && ++calls >= from) throw new AccessDenied(`not authorized to ${name}`);
        },
      }),
  };
}

class AccessDenied extends Error {
  override readonly name = 'AccessDeniedException';
}

/** What each rule says of each resource: its decided verdicts, those that fail with what they say. */
function verdictsIn(findings: readonly Finding[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = Map.groupBy(findings, ({ rule, resource: { key } }) => `${rule} ${key}`);
  return new Map(
    [...groups].map(([subject, group]) => [
      subject,
      new Set(
        group.flatMap(({ verdict, message }) => {
          if (verdict === 'unknown') return [];
          return verdict === 'fail' ? [`fail ${message}`] : [verdict];
        }),
      ),
    ]),
  );
}

function newIn(
  disturbed: ReadonlyMap<string, ReadonlySet<string>>,
  before: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return [...disturbed].flatMap(([subject, said]) =>
    [...said].filter(one => !before.get(subject)?.has(one)).map(one => `${subject}: ${one}`),
  );
}
