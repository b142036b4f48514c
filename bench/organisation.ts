import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import type { KnownRow, Ledger } from '../src/collect/snapshot/ledger.ts';
import { openSnapshot } from '../src/collect/snapshot/read.ts';
import { recordedWorld } from '../test/live/aggregator.ts';
import { compare, plantedOf } from '../test/live/compare.ts';
import { concepts, namedLikeThere, parameters } from '../test/live/concepts.ts';
import type { Sighting } from '../test/live/concepts.ts';
import { makeWorld, serve } from '../test/live/simulator.ts';
import { measureOwn } from './measure.ts';
import type { Figures } from './measure.ts';

/*
 * An organisation with planted misconfigurations, collected and scanned by the built command line:
 * `AWS_SIM=… AWS_SIM_PYTHON=… node bench/organisation.ts --accounts 200 --regions 4`. Prints what of each concept was
 * planted, found, missed and found besides, and what it took. What comes after `--` goes to collect as it is.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    accounts: { type: 'string', default: '200' },
    regions: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
    via: { type: 'string', default: 'api' },
    'max-rps': { type: 'string', default: '10' },
    concurrency: { type: 'string', default: '24' },
    /** Milliseconds that each answer takes. */
    latency: { type: 'string', default: '0' },
  },
});

const main = join(import.meta.dirname, '..', 'dist', 'main.js');
const size = {
  accounts: Number(values.accounts),
  regions: Number(values.regions),
  seed: Number(values.seed),
};
const made = makeWorld(size);
const world = values.via === 'api' ? made : recordedWorld(made);
const [snapshot, report] = [join(world.folder, 'organisation.plumb'), join(world.folder, 'report.json')];

try {
  const collected = await collectAll();
  const scanned = scanAll();
  print(compareAll());
  print(callsIn(openSnapshot(snapshot).rows));
  print(limitsOf([...openSnapshot(snapshot).rows.values()], collected));
  print([line('collect', collected), line('scan', scanned)]);
} finally {
  rmSync(world.folder, { recursive: true });
}

async function collectAll(): Promise<Figures> {
  const server = await serve(world, [], Number(values.latency));
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: server.endpoint,
    AWS_ACCESS_KEY_ID: 'AKIASIMSECURITYTOOL1',
    AWS_SECRET_ACCESS_KEY: 'x',
    AWS_REGION: 'us-east-1',
  };
  const pace = ['--max-rps', values['max-rps'], '--concurrency', values.concurrency, '--via', values.via];
  const who = ['--org', '--role', 'ComplianceScanner', '--external-id', 'aws-sim', '-o', snapshot];
  try {
    const args = [main, 'collect', ...who, ...pace, ...positionals];
    const figures = measureOwn(args, { env, watched: true });
    print([`refused as no read: ${(await server.violations()).length}`]);
    return figures;
  } finally {
    server.stop();
  }
}

function scanAll(): Figures {
  const given = Object.entries(parameters(world)).flatMap(([name, value]) => [
    '--set',
    `${name}=${JSON.stringify(value)}`,
  ]);
  // What AWS Config alone does not show is missed, and may not be passed.
  const verdicts = values.via === 'config' ? 'all' : 'findings';
  const output = ['--verdicts', verdicts, '-f', `json=${report}`];
  return measureOwn([main, 'scan', snapshot, '--no-config', ...given, ...output]);
}

/** Of what was missed, what the rules of the concept pass, and none of them leaves open. */
function passedOf(
  concept: string,
  missed: readonly string[],
  findings: readonly Sighting[],
): readonly string[] {
  const rules = new Set((concepts[concept] ?? []).map(({ rule }) => rule));
  const named = Map.groupBy(
    findings.filter(({ rule }) => rules.has(rule)),
    namedLikeThere,
  );
  return missed.filter(resource => {
    const verdicts = new Set((named.get(resource) ?? []).map(({ verdict }) => verdict));
    return verdicts.has('pass') && !verdicts.has('unknown');
  });
}

function compareAll(): readonly string[] {
  const findings = findingsIn(JSON.parse(readFileSync(report, 'utf8')));
  const rows = Object.keys(concepts).map(concept => {
    const { missed, stray } = compare(concept, world, findings);
    const passed = passedOf(concept, missed, findings);
    return { concept, planted: plantedOf(concept, world).length, missed, stray, passed };
  });
  const sum = (count: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  const counts = [
    ...rows.map(({ concept, planted, missed, stray }) => {
      const examples = [...missed, ...stray].slice(0, 3).join(' ');
      return [concept, planted, missed.length, stray.length, examples] as const;
    }),
    [
      'all of them',
      sum(row => row.planted),
      sum(row => row.missed.length),
      sum(row => row.stray.length),
      '',
    ] as const,
  ];
  const rules = new Set(Object.values(concepts).flatMap(said => said.map(({ rule }) => rule)));
  const open = findings.filter(({ rule, verdict }) => verdict === 'unknown' && rules.has(rule));
  return [
    ...counts.map(([concept, planted, missed, stray, examples]) =>
      `${concept.padEnd(42)} ${planted} planted, ${missed} missed, ${stray} found besides  ${examples}`.trim(),
    ),
    ...(values.via === 'config' ? [`missed and passed: ${sum(row => row.passed.length)}`] : []),
    ...rows.flatMap(({ concept, passed }) => passed.map(resource => `  ${concept}: ${resource}`)),
    `unknown by the same rules: ${open.length}`,
    ...[...Map.groupBy(open, ({ rule, message }) => `${rule}: ${message}`)]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .slice(0, 5)
      .map(([what, some]) => `  ${some.length} times ${what}`),
  ];
}

function line(what: string, { seconds, megabytes = 0, code }: Figures): string {
  return `${what.padEnd(8)} exit ${code}, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most`;
}

function print(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Of the JSON report; what it lacks makes no finding. */
function findingsIn(result: unknown): readonly Sighting[] {
  return listOf(memberOf(result, 'results')).map(one => {
    const resource = memberOf(one, 'resource');
    return {
      rule: textOf(one, 'rule'),
      verdict: textOf(one, 'verdict'),
      message: textOf(one, 'message'),
      resource: {
        key: textOf(resource, 'id'),
        type: textOf(resource, 'type'),
        account: textOf(resource, 'account'),
        region: textOf(resource, 'region'),
      },
    };
  });
}

function callsIn(rows: Ledger): readonly string[] {
  const places = new Map<string, number>();
  for (const { account, region, calls } of rows.values())
    places.set(`${account}/${region}`, (places.get(`${account}/${region}`) ?? 0) + calls);
  const each = (which: (place: string) => boolean): string => {
    const counts = [...places].filter(([place]) => which(place)).map(([, calls]) => calls);
    const ordered = counts.toSorted((a, b) => a - b);
    const [least, middle, most] = [ordered[0], ordered[Math.floor(ordered.length / 2)], ordered.at(-1)];
    return `${counts.length}: ${least} to ${most}, median ${middle}`;
  };
  return [
    `calls of each account and Region, ${each(place => !isGlobal(place))}`,
    `calls of each account to what has no Region, ${each(isGlobal)}`,
  ];
}

/** What the rate limits and the latency let through: each unit makes so many calls at once, and as many after every second. */
function limitsOf(rows: readonly KnownRow[], { seconds, processor = 0 }: Figures): readonly string[] {
  const rps = Number(values['max-rps']);
  const times = rows.map(({ calls }) =>
    Math.max(Math.floor((calls - 1) / rps), (calls * Number(values.latency)) / 1000, 0),
  );
  const all = times.reduce((sum, time) => sum + time, 0);
  const allowed = times.reduce((most, time) => Math.max(most, time), all / Number(values.concurrency));
  const calls = rows.reduce((sum, row) => sum + row.calls, 0);
  const share = ((100 * processor) / seconds).toFixed(0);
  return [
    `${calls} calls in ${seconds.toFixed(0)} s, ${(calls / seconds).toFixed(0)} a second; its processor was busy for ${share} % of it`,
    `the limits allow ${allowed.toFixed(0)} s: ${(seconds / allowed).toFixed(2)} times that`,
  ];
}

function isGlobal(place: string): boolean {
  return place.endsWith('/global');
}

function memberOf(value: unknown, name: string): unknown {
  return Object.entries(Object(value)).find(([key]) => key === name)?.[1];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown, name: string): string {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : '';
}
