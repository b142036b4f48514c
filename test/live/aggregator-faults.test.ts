import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { recordedWorld } from './aggregator.ts';
import { assess, verdictsOf } from './assess.ts';
import { runPlumbline } from './command-line.ts';
import { makeWorld, serve, simulatorFolder } from './simulator.ts';
import type { Server, World } from './simulator.ts';

/* An aggregator that is not there, does not answer, or has not heard of everything: see planted.test.ts for how to run it. */

/** Rules about what only the aggregator could have told. */
const recordedRules = /^(?:bedrock|sagemaker|agentcore)\//;

describe.skipIf(simulatorFolder === undefined)('an aggregator that does not say all', () => {
  let world: World;
  let server: Server;
  beforeAll(async () => {
    world = recordedWorld(makeWorld({ accounts: 4, regions: 2, seed: 11, 'violation-rate': 0.3 }));
    server = await serve(world);
  }, 60_000);
  afterAll(() => {
    server.stop();
    rmSync(world.folder, { recursive: true });
  });

  test('needs no role in any account, and then says of each that no more is seen', async () => {
    const path = join(world.folder, 'no-role.plumb');
    const args = ['collect', '--org', '--via', 'config', '-o', path];
    const { code, stderr } = await runPlumbline(server.endpoint, args);
    expect(code).toBe(3);
    expect(stderr).toContain('no role is given for it');
    const scanned = await runPlumbline(server.endpoint, ['scan', path, '--no-config', '-f', 'json']);
    expect(scanned.stdout).toContain('sagemaker/notebook-no-direct-internet');
  }, 60_000);

  test('is refused when the aggregator that is named is not there', async () => {
    const args = [
      'collect',
      '--org',
      '--via',
      'config',
      '--aggregator',
      'other',
      '-o',
      join(world.folder, 'x'),
    ];
    const { code, stderr } = await runPlumbline(server.endpoint, args);
    expect(code).toBe(2);
    expect(stderr).toContain('account 100000000003 has no aggregator of AWS Config named other');
    expect(stderr).toContain('it has organization');
  }, 60_000);
});

describe.skipIf(simulatorFolder === undefined)(
  'an aggregator that has not heard of all, or is denied',
  () => {
    let made: World;
    let world: World;
    beforeAll(() => {
      made = makeWorld({ accounts: 4, regions: 2, seed: 11, 'violation-rate': 0.3 });
      world = recordedWorld(made);
    }, 60_000);
    afterAll(() => {
      rmSync(world.folder, { recursive: true });
    });

    test('leaves open what it has not heard of', async () => {
      const deaf = await serve(recordedWorld(made, ['200000000001']));
      const seen = await assess(world, deaf.endpoint, 'deaf', 'config');
      deaf.stop();
      const row = seen.rows.find(
        ({ account, service, region }) =>
          account === '200000000001' && service === 'sagemaker' && region === 'us-east-1',
      );
      expect(row).toMatchObject({ status: expect.stringMatching(/partial|failed/) });
    }, 100_000);

    test('decides nothing when it is denied, and takes nothing away from direct calls', async () => {
      const faults = [
        { service: 'config', operation: 'SelectAggregateResourceConfig', error: 'AccessDenied' },
      ];
      const denied = await serve(world, faults);
      const alone = await assess(world, denied.endpoint, 'denied', 'config');
      const both = await assess(world, denied.endpoint, 'denied-auto', 'auto');
      const direct = await assess(world, denied.endpoint, 'denied-api', 'api');
      denied.stop();
      const decided = alone.findings.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail');
      expect(decided.map(({ rule }) => rule).filter(rule => recordedRules.test(rule))).toEqual([]);
      expect(alone.rows.find(({ service }) => service === 'config-aggregator')).toMatchObject({
        status: 'failed',
        cause: 'access-denied',
      });
      expect(verdictsOf(both)).toEqual(verdictsOf(direct));
    }, 200_000);
  },
);
