import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { assess } from './assess.ts';
import type { Seen } from './assess.ts';
import { compare, plantedOf } from './compare.ts';
import { concepts, namedLikeThere } from './concepts.ts';
import { makeWorld, serve, simulatorFolder } from './simulator.ts';
import type { Server, World } from './simulator.ts';

/* The same organisation, of which a part cannot be read: see planted.test.ts. */

describe.skipIf(simulatorFolder === undefined)('an organisation that denies and garbles', () => {
  let world: World;
  let server: Server;
  let seen: Seen;
  beforeAll(async () => {
    world = makeWorld({ accounts: 8, regions: 3, seed: 11, 'violation-rate': 0.3 });
    server = await serve(world, [
      { error: 'AccessDenied', rate: 0.05, service: services },
      { error: 'Malformed', rate: 0.02, service: services },
      { error: 'SCPDenied', service: ['bedrock-agent'], region: world.approvedRegions[0] },
    ]);
    seen = await assess(world, server.endpoint, 'faulty');
  }, 300_000);
  afterAll(() => server.stop());

  test.each(Object.keys(concepts))('%s: nothing fails that was not planted', concept => {
    expect(compare(concept, world, seen.findings).stray).toEqual([]);
  });

  test.each(ofOneRule())('%s: no planted one passes', (concept, rule) => {
    const planted = new Set(plantedOf(concept, world).map(({ resource }) => resource));
    const passing = seen.findings.filter(finding => finding.rule === rule && finding.verdict === 'pass');
    expect(passing.map(namedLikeThere).filter(resource => planted.has(resource))).toEqual([]);
  });

  test('leaves something unknown', () => {
    const open = seen.findings.filter(({ verdict }) => verdict === 'unknown');
    expect(open.length).toBeGreaterThan(10);
  });
});

/** Concepts that one whole rule speaks of: then a pass of it denies the concept. */
function ofOneRule(): readonly (readonly [concept: string, rule: string])[] {
  return Object.entries(concepts).flatMap(([concept, [only, ...others]]) =>
    only && others.length === 0 && !only.says && !only.except ? [[concept, only.rule] as const] : [],
  );
}

const services = [
  'bedrock',
  'bedrock-agent',
  'bedrock-agentcore-control',
  'ec2',
  'iam',
  'kms',
  'logs',
  'opensearchserverless',
  's3',
  'sagemaker',
];
