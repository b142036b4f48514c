import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { assess } from './assess.ts';
import type { Seen } from './assess.ts';
import { compare, plantedOf } from './compare.ts';
import { concepts } from './concepts.ts';
import { makeWorld, serve, simulatorFolder } from './simulator.ts';
import type { Server, World } from './simulator.ts';

/*
 * An organisation with planted misconfigurations, read over real HTTP with the real SDK. To run: AWS_SIM=<folder of the
 * simulator> AWS_SIM_PYTHON=<a Python with botocore>.
 */

describe.skipIf(simulatorFolder === undefined)('an organisation that answers everything', () => {
  let world: World;
  let server: Server;
  let seen: Seen;
  beforeAll(async () => {
    world = makeWorld({ accounts: 8, regions: 3, seed: 11, 'violation-rate': 0.3 });
    server = await serve(world);
    seen = await assess(world, server.endpoint, 'whole');
  }, 300_000);
  afterAll(() => server.stop());

  test.each(Object.keys(concepts))('%s: every planted one is found, and nothing else', concept => {
    expect(compare(concept, world, seen.findings)).toEqual({ missed: [], stray: [] });
  });

  test('has at least twenty concepts planted', () => {
    const planted = Object.keys(concepts).filter(name => plantedOf(name, world).length > 0);
    expect(planted.length).toBeGreaterThanOrEqual(20);
  });

  test('was asked for nothing but what a reader may ask', async () => {
    expect(await server.violations()).toEqual([]);
  });
});
