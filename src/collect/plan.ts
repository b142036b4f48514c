import type { Observation } from '../model/observation.ts';
import { findCaller } from './access.ts';
import { findAggregator } from './aggregator/find-aggregator.ts';
import { regionIn, roleFor } from './collect-account.ts';
import { discover } from './discover.ts';
import { loadServices } from './load-services.ts';
import { networkOf } from './network.ts';
import { poolOf } from './pool.ts';
import type { Progress } from './progress.ts';
import type { CollectRequest } from './request.ts';
import { account as accountService } from './services/account.ts';
import { settled } from './settle.ts';
import { openly } from './snapshot/redact.ts';
import { readUnit } from './unit.ts';

/** What a collection would read. */
export interface Plan {
  readonly caller: string;
  readonly accounts: readonly {
    readonly id: string;
    readonly name?: string;
    /** The role that is assumed; the caller's own credentials when there is none. */
    readonly role?: string;
    readonly skipped?: string;
  }[];
  /** Those that were asked for, or those of the caller's account. */
  readonly regions: readonly string[];
  /** The aggregator of AWS Config that is taken from, and whether nothing else is asked. */
  readonly aggregator?: { readonly name: string; readonly region: string; readonly alone: boolean };
  readonly services: readonly { readonly name: string; readonly scope: string; readonly lists: number }[];
  /** The least number of calls: one for each list of each account and Region. What is found is asked about besides. */
  readonly calls: number;
}

const silent: Progress = {
  accounts: () => undefined,
  expect: () => undefined,
  done: () => undefined,
  planned: () => undefined,
  throttled: () => undefined,
};

/** Looks at the organisation and at the caller's Regions, and at nothing else. */
export async function plan(wanted: CollectRequest): Promise<Plan> {
  const request = settled(wanted, undefined);
  const network = networkOf(64);
  try {
    const caller = await findCaller(network, request.profile);
    const services = await loadServices(request.services);
    const settings = {
      network,
      maxRps: request.maxRps,
      started: new Date(),
      signal: new AbortController().signal,
      onThrottle: () => undefined,
    };
    const run = {
      request,
      services,
      caller,
      settings,
      progress: silent,
      units: poolOf(1),
      rows: [],
      redactor: openly,
    };
    const { accounts, organisation } = await discover(run);
    const found: Observation[] = [];
    const place = { account: caller.account, region: 'global', partition: caller.partition };
    await readUnit(
      { service: accountService, session: caller.session, place, endpoint: caller.home },
      settings,
      {
        observe: one => found.push(one),
        miss: () => undefined,
      },
    );
    const enabled = found.flatMap(one => regionIn(one) ?? []);
    const regions = request.regions.length > 0 ? request.regions : enabled;
    const held = request.via === 'api' ? undefined : await findAggregator(run);
    const alone = request.via === 'config';
    const asked = alone ? services.filter(({ name }) => name === 'config') : services;
    const choice = { request, caller, ...(organisation && { management: organisation.management }) };
    return {
      caller: caller.arn,
      accounts: accounts.map(({ id, name, skipped, ...account }) => {
        const role = skipped === undefined ? roleFor(choice, { id, ...account }) : undefined;
        return {
          id,
          ...(name !== undefined && { name }),
          ...(role && { role: role.arn }),
          ...(skipped !== undefined && { skipped }),
        };
      }),
      regions,
      ...(held && { aggregator: { name: held.name, region: held.client.region, alone } }),
      services: asked.map(({ name, scope, lists }) => ({ name, scope, lists: lists.length })),
      calls: callsOf(asked, accounts.filter(({ skipped }) => skipped === undefined).length, regions.length),
    };
  } finally {
    network.destroy();
  }
}

function callsOf(
  services: readonly { readonly scope: string; readonly lists: readonly unknown[] }[],
  accounts: number,
  regions: number,
): number {
  const lists = (scope: string): number =>
    services
      .filter(service => service.scope === scope)
      .reduce((sum, service) => sum + service.lists.length, 0);
  return accounts * (1 + lists('global') + regions * lists('regional')) + lists('organisation');
}
