import { join } from 'node:path';

import { vi } from 'vitest';

import { collect } from '../../src/collect/collect.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { LedgerRow } from '../../src/model/observation.ts';
import type { Estate } from '../../src/model/resource.ts';
import { hash } from '../../src/scan/hash.ts';
import { viewSnapshot } from '../../src/scan/live/view-snapshot.ts';
import { prepareRules } from '../../src/scan/prepare-rules.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import { parameters } from './concepts.ts';
import type { World } from './simulator.ts';

/** What a run over the simulator came to. */
export interface Seen {
  readonly estate: Estate;
  readonly findings: readonly Finding[];
  /** The ledger. */
  readonly rows: readonly LedgerRow[];
}

export async function assess(
  world: World,
  endpoint: string,
  name: string,
  via: Parameters<typeof collect>[0]['via'] = 'api',
): Promise<Seen> {
  withCredentials(endpoint);
  const { rows } = await collect({ ...request(join(world.folder, name)), via }, quiet);
  vi.unstubAllEnvs();
  const { types } = await loadCatalogue();
  const { estate } = viewSnapshot(world.folder, name, { types, version: '0' });
  const say = await speakerFor(world);
  return { estate, findings: say(estate), rows };
}

/** The rules with the parameters that the world was made by. */
export async function speakerFor(world: World): Promise<(estate: Estate) => readonly Finding[]> {
  const { rules, types, facts } = await loadCatalogue();
  const given = parameters(world);
  const prepared = await prepareRules(
    rules.map(({ rule }) => ({
      rule,
      severity: rule.severity,
      parameters: Object.fromEntries(
        Object.entries(rule.params).map(([key, { default: usual = '' }]) => [
          key,
          Object.entries(given).find(([parameter]) => parameter === key)?.[1] ?? usual,
        ]),
      ),
    })),
    facts,
  );
  return estate => evaluate(estate, prepared, { types, hash });
}

/** Until `vi.unstubAllEnvs()`. */
export function withCredentials(endpoint: string): void {
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIASIMSECURITYTOOL1');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  vi.stubEnv('AWS_REGION', 'us-east-1');
}

const request = (path: string): Parameters<typeof collect>[0] => ({
  tool: { name: 'plumbline', version: '0' },
  path,
  organisation: true,
  roles: [{ value: 'ComplianceScanner' }],
  externalIds: [{ value: 'aws-sim' }],
  filter: { accounts: [], excluded: [], units: [], tags: [] },
  regions: [],
  services: [],
  maxRps: 200,
  concurrency: 24,
  redact: false,
  via: 'api',
});

const quiet: Parameters<typeof collect>[1] = {
  accounts: () => undefined,
  planned: () => undefined,
  expect: () => undefined,
  done: () => undefined,
  throttled: () => undefined,
};

export const callsOf = ({ rows }: Seen): number => rows.reduce((sum, { calls }) => sum + calls, 0);

export const verdictsOf = ({ findings }: Seen): readonly (readonly [string, string])[] =>
  findings.map(({ id, verdict }) => [id, verdict] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
