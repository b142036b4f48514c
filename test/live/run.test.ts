import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { loadServices } from '../../src/collect/load-services.ts';
import { openSnapshot } from '../../src/collect/snapshot/read.ts';
import { ending, runPlumbline, startPlumbline } from './command-line.ts';
import type { Ended } from './command-line.ts';
import { makeWorld, serve, simulatorFolder } from './simulator.ts';
import type { Server, World } from './simulator.ts';

/* The command line against an organisation: see planted.test.ts for how to run it. */

const minutes = 60_000;
const org = ['--org', '--role', 'ComplianceScanner', '--external-id', 'aws-sim', '--max-rps', '100'];
/** Services of which the simulator knows nothing. */
const services =
  'bedrock,bedrock-agent,bedrock-agentcore,config,guardduty,iam,kms,s3,sagemaker,organization-policies';

const faults = [
  { account: '200000000003', error: 'ExpiredToken', service: 'kms' },
  { account: '200000000004', region: 'eu-central-1', error: 'SCPDenied' },
  { service: 'sagemaker', operation: 'ListNotebookInstances', error: 'ConnectionReset' },
  { service: 'guardduty', error: 'Malformed' },
  { error: 'Throttling', rate: 0.3, service: ['bedrock', 'iam', 'kms', 's3'] },
];

describe.skipIf(simulatorFolder === undefined)('a collection of an organisation', () => {
  let world: World;
  let server: Server;
  let path: string;
  beforeAll(() => {
    world = makeWorld({ accounts: 4, regions: 2, seed: 5 });
    path = join(world.folder, 'nightly.plumb');
  });
  afterEach(() => {
    server.stop();
    rmSync(path, { force: true });
    rmSync(`${path}.key`, { force: true });
  });
  afterAll(() => rmSync(world.folder, { recursive: true }));

  const run = (...args: readonly string[]): Promise<Ended> => runPlumbline(server.endpoint, args);

  const collectAll = (...more: readonly string[]): Promise<Ended> =>
    run('collect', ...org, '--services', services, '-o', path, ...more);

  const findings = (): Promise<readonly string[]> => findingsIn(server.endpoint, path);

  test(
    'is whole, asks nothing outside of the policy, and what is killed at any moment and resumed says the same',
    async () => {
      server = await serve(world);
      const undisturbed = await collectAll();
      expect(undisturbed).toMatchObject({ code: 0 });
      const wanted = await findings();
      expect(wanted.length).toBeGreaterThan(100);
      expect(await callsOutsideOfTables(path)).toEqual([]);
      expect(await server.violations()).toEqual([]);
      rmSync(path);

      await killedHalfway(server.endpoint, path);
      const half = await run('scan', path, '--no-config');
      expect(half.code).toBe(3);
      const resumed = await run('collect', ...org, '--resume', '-o', path);
      expect(resumed).toMatchObject({ code: 0 });
      expect(await findings()).toEqual(wanted);
    },
    6 * minutes,
  );

  test(
    'goes on through throttling, a dead account, denials and expired tokens; ends with 3 and names each',
    async () => {
      server = await serve(closed(world, '200000000002'), faults);
      const { code, stderr } = await collectAll();
      expect(code).toBe(3);
      expect(stderr).toContain('cannot assume arn:aws:iam::200000000002:role/ComplianceScanner');
      expectTrouble(stderr, path);
      const scanned = await run('scan', path, '--no-config', '-f', 'json');
      expect(scanned.code).toBe(3);
      expect(scanned.stdout).toContain('"status":"partial"');
      expect(scanned.stdout).toMatch(/"id":"200000000002".*"status":"not-assessed"/);
    },
    6 * minutes,
  );
});

describe.skipIf(simulatorFolder === undefined)('a collection that is not to be whole', () => {
  let world: World;
  let server: Server;
  let path: string;
  beforeAll(async () => {
    world = makeWorld({ accounts: 3, regions: 2, seed: 6 });
    path = join(world.folder, 'part.plumb');
    server = await serve(world);
  });
  afterAll(() => {
    server.stop();
    rmSync(world.folder, { recursive: true });
  });

  test(
    'redacts account ids, goes on under the same pseudonyms, and stops at a deadline',
    async () => {
      const stopped = await runPlumbline(server.endpoint, [
        'collect',
        ...org,
        '--services',
        services,
        '-o',
        path,
        '--redact',
        '--deadline',
        '3s',
      ]);
      expect(stopped.code).toBe(3);
      expect(stopped.stderr).toContain('stopped at the deadline');
      const resumed = await runPlumbline(server.endpoint, ['collect', ...org, '--resume', '-o', path]);
      expect(resumed.code).toBe(0);
      const snapshot = openSnapshot(path);
      expect(snapshot.end?.reason).toBe('finished');
      const text = execFileSync('gzip', ['-dc', path], { maxBuffer: 2 ** 28 }).toString();
      expect(text).not.toMatch(/[12]0000000000\d/);
      expect(readFileSync(`${path}.key`, 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
    },
    6 * minutes,
  );

  test(
    'says what it would read, and reads none of it',
    async () => {
      const { code, stdout } = await runPlumbline(server.endpoint, ['collect', ...org, '--dry-run']);
      expect(code).toBe(0);
      expect(stdout).toContain('arn:aws:iam::200000000001:role/ComplianceScanner');
      expect(stdout).toContain('as the caller');
    },
    minutes,
  );
});

function expectTrouble(stderr: string, path: string): void {
  for (const cause of ['scp-denied', 'credentials-expired', 'timeout', 'parse-error'])
    expect(stderr).toContain(cause);
  const rows = [...openSnapshot(path).rows.values()];
  expect(rows.filter(({ status }) => status !== 'ok').length).toBeGreaterThan(5);
  expect(rows.some(({ throttled }) => throttled > 0)).toBe(true);
}

/** A run that is killed when some of it is in the file. */
async function killedHalfway(endpoint: string, path: string): Promise<void> {
  const child = startPlumbline(endpoint, ['collect', ...org, '--services', services, '-o', path]);
  await sized(path, 4_000 + Math.random() * 30_000);
  child.kill('SIGKILL');
  await ending(child);
  expect(openSnapshot(path).end).toBeUndefined();
}

/** What the rules say of a snapshot, without what differs from run to run. */
async function findingsIn(endpoint: string, path: string): Promise<readonly string[]> {
  const { stdout, stderr } = await runPlumbline(endpoint, [
    'scan',
    path,
    '--no-config',
    '-f',
    'json',
    '--verdicts',
    'all',
  ]);
  if (stdout === '') throw new Error(stderr);
  return [...stdout.matchAll(/^ {4}\{"id":"([0-9a-f]+)",.*?"verdict":"([a-z-]+)"/gm)]
    .map(([, id, verdict]) => `${id} ${verdict}`)
    .toSorted();
}

async function callsOutsideOfTables(path: string): Promise<readonly string[]> {
  const { rows, read } = openSnapshot(path);
  const made = read([...rows.keys()]).observations.flatMap(({ calls }) => calls.map(({ action }) => action));
  const all = [...(await loadServices([])), ...(await ownServices())];
  const known = new Set(
    all.flatMap(({ name, actions }) => Object.keys(actions).map(operation => `${name}:${operation}`)),
  );
  expect(made.length).toBeGreaterThan(100);
  return made.filter(action => !known.has(action));
}

/** The same world, but for an account whose role nobody may assume. */
function closed(world: World, account: string): World {
  const file = join(world.folder, 'closed.json');
  const text = readFileSync(world.file, 'utf8');
  writeFileSync(file, text.replace(`"id":"${account}",`, `"id":"${account}","access":{"role":"Nobody"},`));
  return { ...world, file };
}

async function ownServices() {
  const [{ account }, { ec2Regions }, { organizations }, { configAggregator }] = await Promise.all([
    import('../../src/collect/services/account.ts'),
    import('../../src/collect/services/ec2-regions.ts'),
    import('../../src/collect/services/organizations.ts'),
    import('../../src/collect/aggregator/aggregator-client.ts'),
  ]);
  return [account, ec2Regions, organizations, configAggregator];
}

/** Waits until a file holds so much. */
async function sized(path: string, size: number): Promise<void> {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) >= size) return;
  await pause(20);
  await sized(path, size);
}
