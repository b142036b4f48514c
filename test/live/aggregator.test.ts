import { rmSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { recordedWorld } from './aggregator.ts';
import { assess, callsOf, verdictsOf } from './assess.ts';
import type { Seen } from './assess.ts';
import { compare, plantedOf } from './compare.ts';
import { makeWorld, serve, simulatorFolder } from './simulator.ts';
import type { Server, World } from './simulator.ts';

/* The same organisation through an aggregator of AWS Config: see planted.test.ts for how to run it. */

/** What the items of the simulator say; the rest of what it plants is not in them. */
const recorded = [
  'guardrail-without-cmk',
  'notebook-direct-internet',
  'domain-public-internet',
  'agentcore-gateway-no-authorizer',
];

describe.skipIf(simulatorFolder === undefined)('an organisation with an aggregator of AWS Config', () => {
  let world: World;
  let server: Server;
  let direct: Seen;
  let both: Seen;
  let alone: Seen;
  beforeAll(async () => {
    world = recordedWorld(makeWorld({ accounts: 8, regions: 3, seed: 11, 'violation-rate': 0.3 }));
    server = await serve(world);
    direct = await assess(world, server.endpoint, 'api', 'api');
    both = await assess(world, server.endpoint, 'auto', 'auto');
    alone = await assess(world, server.endpoint, 'config', 'config');
  }, 300_000);
  afterAll(() => {
    server.stop();
    rmSync(world.folder, { recursive: true });
  });

  test('is known by both together as well as by direct calls, with fewer of them', () => {
    expect(verdictsOf(both)).toEqual(verdictsOf(direct));
    expect(callsOf(both)).toBeLessThan(callsOf(direct));
  });

  test('is asked for a fraction of the calls by AWS Config alone, which decides nothing otherwise', () => {
    const said = new Map(verdictsOf(direct));
    const decided = verdictsOf(alone).filter(([, verdict]) => verdict === 'fail' || verdict === 'pass');
    expect(decided.length).toBeGreaterThan(100);
    expect(decided.filter(([id, verdict]) => said.get(id) !== verdict)).toEqual([]);
    expect(callsOf(alone)).toBeLessThan(callsOf(direct) / 10);
  });

  test.each(recorded)('%s: every planted one that is recorded is found, and nothing else', concept => {
    const off = new Set(plantedOf('config-recorder-off', world).map(({ resource }) => resource));
    const unseen = plantedOf(concept, world)
      .filter(({ account, region }) => off.has(`${account}/${region}`))
      .map(({ resource }) => resource);
    const { missed, stray } = compare(concept, world, alone.findings);
    expect(plantedOf(concept, world).length).toBeGreaterThan(unseen.length);
    expect({ missed: missed.filter(resource => !unseen.includes(resource)), stray }).toEqual({
      missed: [],
      stray: [],
    });
  });

  test('keeps the time at which AWS Config saw each thing so', () => {
    const notebook = alone.estate.resources.find(({ type }) => type === 'AWS::SageMaker::NotebookInstance');
    expect(notebook?.at).toMatchObject({
      action: 'config:SelectAggregateResourceConfig',
      time: '2026-01-01T00:00:00Z',
    });
    const row = alone.rows.find(({ service }) => service === 'config-aggregator');
    expect(row?.detail).toMatch(/^aggregator organization: \d+ items, the oldest as of 2026-01-01/);
  });
});
