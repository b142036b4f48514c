import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { redactorOf } from '../../../src/collect/snapshot/redact.ts';
import { createSnapshot } from '../../../src/collect/snapshot/write.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import type { Gap, LedgerRow, Observation } from '../../../src/model/observation.ts';
import type { Rule } from '../../../src/model/rule.ts';
import { hash } from '../../../src/scan/hash.ts';
import { verdictsByAccount } from '../../../src/scan/live/by-account.ts';
import { readContents } from '../../../src/scan/live/snapshot-contents.ts';
import { viewSnapshot } from '../../../src/scan/live/view-snapshot.ts';
import { prepareRules } from '../../../src/scan/prepare-rules.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';
import { accounts, observed, regions, usual, world } from './random-organisation.ts';
import type { World } from './random-organisation.ts';

/* An account at a time and everything at once: the same verdicts, in the same order. */

const { rules: shipped, types, facts } = await loadCatalogue();

/** Rules that follow each kind of relation, from each kind of subject, and say what they found by their elements. */
const follows: readonly (readonly [subject: string, over: string])[] = [
  ['AWS::IAM::Role', "r.linkedFrom('Role', 'AWS::Lambda::Function')"],
  ['AWS::IAM::Role', "r.linkedFrom('Role', 'AWS::Lambda::Function', 'organisation')"],
  ['AWS::IAM::ManagedPolicy', "r.linkedFrom('ManagedPolicyArns', 'AWS::IAM::Role', 'stack')"],
  ['AWS::KMS::Key', "r.linkedFrom('KmsKeyArn', 'AWS::Lambda::Function', 'account')"],
  ['AWS::KMS::Key', "r.linkedFrom('KMSKeyId', 'AWS::CloudTrail::Trail', 'stack')"],
  ['AWS::KMS::Key', "resources('AWS::KMS::Key', 'account')"],
  ['AWS::Lambda::Function', "r.linked('Role', 'AWS::IAM::Role')"],
  ['AWS::Lambda::Function', "r.linked('KmsKeyArn', 'AWS::KMS::Key')"],
  [
    'AWS::Lambda::Function',
    "r.linked('Role', 'AWS::IAM::Role').map(x, x.linkedFrom('Role', 'AWS::Lambda::Function')).flatten()",
  ],
  ['AWS::S3::Bucket', "r.linkedFrom('S3BucketName', 'AWS::CloudTrail::Trail', 'stack')"],
  [
    'AWS::S3::Bucket',
    "r.linkedFrom('S3BucketName', 'AWS::CloudTrail::Trail').map(t, t.linked('KMSKeyId', 'AWS::KMS::Key')).flatten()",
  ],
  ['AWS::CloudTrail::Trail', "r.linked('S3BucketName', 'AWS::S3::Bucket')"],
  ['AWS::CloudTrail::Trail', "r.linked('KMSKeyId', 'AWS::KMS::Key')"],
  ['organisation', "resources('AWS::IAM::Role')"],
  ['organisation', "resources('AWS::S3::Bucket', 'account')"],
  ['account', "resources('AWS::KMS::Alias')"],
  ['account-region', "resources('AWS::IAM::Role', 'account')"],
];

const [template] = shipped;
if (!template) throw new RangeError('no rules');
const snippet = (text: string) => ({
  ...template.rule.assert[0]?.expr,
  text,
  lines: [],
  at: template.rule.at,
});
const asking = follows.map(([subject, over], number): Rule => ({
  ...template.rule,
  id: `test/follows-${number}`,
  subject:
    subject === 'organisation' || subject === 'account' || subject === 'account-region'
      ? { kind: 'scope', scope: subject }
      : { kind: 'resource', types: [subject] },
  params: {},
  let: [],
  each: [{ name: 'x', expr: snippet(over) }],
  assert: [{ expr: snippet('false'), message: snippet('{{ x.key }} {{ x.name }}') }],
}));
const { where: _where, ...plain } = template.rule;
const applied = [...asking.map(rule => ({ ...plain, ...rule })), ...shipped.map(({ rule }) => rule)].map(
  rule => ({
    rule,
    severity: rule.severity,
    parameters: Object.fromEntries(
      Object.entries(rule.params).map(([name, { default: value = '' }]) => [name, value]),
    ),
  }),
);
const prepared = await prepareRules(
  applied.map(one => (one.rule.id.startsWith('test/') ? withoutWhere(one) : one)),
  facts,
);

function withoutWhere<T extends { readonly rule: Rule }>(one: T): T {
  const { where: _none, ...rule } = one.rule;
  return { ...one, rule };
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let written = 0;

const unitOf = ({ account, region, kind }: Pick<Observation, 'account' | 'region' | 'kind'>): string =>
  [account, region, kind.slice(0, kind.indexOf(':'))].join('/');

const unitOfGap = (gap: Gap): string => unitOf({ ...gap, kind: gap.kinds[0] ?? 'account:region' });

const regionsIn = (account: string): readonly Observation[] =>
  regions.map(RegionName =>
    observed({ account, region: 'global', kind: 'account:region' }, `${account}-${RegionName}`, {
      RegionName,
    }),
  );

function rowOf(key: string): Omit<LedgerRow, 'status'> {
  const [account = '', region = '', service = ''] = key.split('/');
  const counts = { observations: 1, calls: 1, throttled: 0 };
  const times = { started: usual.started, ended: usual.started };
  return { account, region, partition: 'aws', service, ...counts, ...times };
}

/** Writes a snapshot with a unit for each account, Region and service. */
function write(path: string, { header, observations, gaps = [], redacted = false }: World): void {
  const rewrite = redacted ? redactorOf(path, true).record : <T>(record: T): T => record;
  const writer = createSnapshot(path, { ...usual, ...header, redacted }, rewrite);
  const all = [...accounts.flatMap(regionsIn), ...observations];
  for (const key of new Set([...all.map(unitOf), ...gaps.map(unitOfGap)])) {
    const unit = writer.unit();
    for (const one of all) if (unitOf(one) === key) unit.add({ type: 'observation', ...one });
    const own = gaps.filter(gap => unitOfGap(gap) === key);
    for (const one of own) unit.add({ type: 'gap', ...one });
    unit.end({ ...rowOf(key), status: own.length > 0 ? 'partial' : 'ok' });
  }
  writer.end('finished');
  writer.close();
}

/** What the rules say of a world at once, and account by account. */
function bothWays(one: World) {
  const name = `${(written += 1)}.plumb`;
  write(join(folder, name), one);
  const viewer = { types, version: '0.1.9' };
  const { estate, problems } = viewSnapshot(folder, name, viewer);
  const contents = readContents(folder, name, viewer);
  const apart = verdictsByAccount(contents, { types, hash, rules: prepared });
  return {
    whole: {
      results: evaluate(estate, prepared, { types, hash }),
      problems,
      resources: estate.resources.length,
    },
    apart: {
      results: apart.results,
      problems: [...apart.problems, ...contents.problems],
      resources: apart.resources,
    },
  };
}

test('random estates get the same verdicts account by account', () => {
  fc.assert(
    fc.property(world, one => {
      const { whole, apart } = bothWays(one);
      expect(apart).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
