import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPython } from './python-server.ts';

/** Where the simulator of AWS lies, and a Python with its requirements. Without it, its tests are not run. */
export const simulatorFolder = process.env['AWS_SIM'];
const python = process.env['AWS_SIM_PYTHON'] ?? 'python3';

/** A misconfiguration that the simulator planted. */
export interface Planted {
  readonly account: string;
  readonly region: string;
  /** An ARN, `account/region`, an account, or the id of a unit or the root. */
  readonly resource: string;
  readonly concept: string;
}

export interface World {
  readonly folder: string;
  readonly file: string;
  readonly planted: readonly Planted[];
  readonly approvedRegions: readonly string[];
  readonly requiredTags: readonly string[];
}

/** An organisation with planted misconfigurations; the same for the same seed. */
export function makeWorld(size: Readonly<Record<string, number>>): World {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-sim-'));
  const [file, expected] = [join(folder, 'world.json'), join(folder, 'expected.json')];
  const options = Object.entries(size).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const script = join(simulatorFolder ?? '', 'gen_world.py');
  execFileSync(python, [script, ...options, '--out', file, '--expected', expected]);
  const answer: unknown = JSON.parse(readFileSync(expected, 'utf8'));
  const assumptions = memberOf(answer, 'assumptions');
  return {
    folder,
    file,
    planted: listIn(answer, 'violations').map(one => ({
      account: textIn(one, 'account'),
      region: textIn(one, 'region'),
      resource: textIn(one, 'resource'),
      concept: textIn(one, 'concept'),
    })),
    approvedRegions: listIn(assumptions, 'approved_regions').map(String),
    requiredTags: listIn(assumptions, 'required_tags').map(String),
  };
}

/** What the simulator has in store for an operation in an account and Region. */
export function answersOf(
  world: World,
  ...[account, region, service, operation]: readonly [string, string, string, string]
): readonly unknown[] {
  const whole = read.get(world) ?? JSON.parse(readFileSync(world.file, 'utf8'));
  read.set(world, whole);
  const services = memberOf(memberOf(memberOf(whole, 'accounts'), account), region);
  return listIn(memberOf(services, service), operation).map(answer => memberOf(answer, 'response'));
}

const read = new WeakMap<World, unknown>();

export interface Server {
  readonly endpoint: string;
  /** Calls that are no reads. */
  readonly violations: () => Promise<readonly unknown[]>;
  readonly stop: () => void;
}

export async function serve(
  { folder, file }: World,
  faults: readonly object[] = [],
  latency = 0,
): Promise<Server> {
  const faultFile = join(mkdtempSync(join(folder, 'faults-')), 'faults.json');
  writeFileSync(faultFile, JSON.stringify({ seed: 1, rules: faults }));
  const script = join(simulatorFolder ?? '', 'aws_sim.py');
  const options = ['--world', file, '--faults', faultFile, '--latency-ms', String(latency)];
  const { endpoint, stop } = await startPython({
    python,
    code: runScript,
    args: port => [script, ...options, '--port', port],
    ready: '/_sim/stats',
  });
  return {
    endpoint,
    violations: async () => listIn(await (await fetch(`${endpoint}/_sim/stats`)).json(), 'violations'),
    stop,
  };
}

const runScript = `import runpy
del sys.argv[0]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name='__main__')`;

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new TypeError(`no object with ${name}`);
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = memberOf(value, name);
  if (!Array.isArray(list)) throw new TypeError(`no list ${name}`);
  return list;
}

const textIn = (value: unknown, name: string): string => String(memberOf(value, name));
