import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { redactorOf } from '../../../src/collect/snapshot/redact.ts';
import { createSnapshot } from '../../../src/collect/snapshot/write.ts';
import { evaluate } from '../../../src/evaluate/evaluate.ts';
import type { Gap, JsonObject, Observation, SnapshotHeader } from '../../../src/model/observation.ts';
import type { Rule } from '../../../src/model/rule.ts';
import { hash } from '../../../src/scan/hash.ts';
import { verdictsByAccount } from '../../../src/scan/live/by-account.ts';
import { readContents } from '../../../src/scan/live/snapshot-contents.ts';
import { viewSnapshot } from '../../../src/scan/live/view-snapshot.ts';
import { prepareRules } from '../../../src/scan/prepare-rules.ts';
import { loadCatalogue } from '../../rules/catalogue.ts';

/* An account at a time and everything at once: the same verdicts, in the same order. */

const { rules: shipped, types, facts } = await loadCatalogue();

const accounts = ['111111111111', '222222222222', '333333333333'] as const;
const regions = ['eu-west-1', 'us-east-1'] as const;
const names = ['app', 'logs', 'main', 'path/app'] as const;

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
const snippet = (text: string) => ({ ...template.rule.assert[0]?.expr, text, lines: [], at: template.rule.at });
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
const applied = [...asking.map(rule => ({ ...plain, ...rule })), ...shipped.map(({ rule }) => rule)].map(rule => ({
  rule,
  severity: rule.severity,
  parameters: Object.fromEntries(
    Object.entries(rule.params).map(([name, { default: usual = '' }]) => [name, usual]),
  ),
}));
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

interface World {
  readonly header?: Partial<SnapshotHeader>;
  readonly observations: readonly Observation[];
  readonly gaps?: readonly Gap[];
  readonly redacted?: boolean;
}

let written = 0;

/** Writes a snapshot, a unit for each account, Region and service, and looks at it both ways. */
function bothWays({ header, observations, gaps = [], redacted = false }: World) {
  const name = `${(written += 1)}.plumb`;
  const path = join(folder, name);
  const rewrite = redacted ? redactorOf(path, true).record : <T>(record: T): T => record;
  const writer = createSnapshot(path, { ...usual, ...header, redacted }, rewrite);
  const keyOf = ({ account, region, kind }: Pick<Observation, 'account' | 'region' | 'kind'>): string =>
    [account, region, kind.slice(0, kind.indexOf(':'))].join('/');
  const keys = new Set([
    ...accounts.map(account => `${account}/global/account`),
    ...observations.map(keyOf),
    ...gaps.map(gap => keyOf({ ...gap, kind: gap.kinds[0] ?? 'account:region' })),
  ]);
  for (const key of keys) {
    const [account = '', region = '', service = ''] = key.split('/');
    const unit = writer.unit();
    if (service === 'account')
      for (const RegionName of regions)
        unit.add({
          type: 'observation',
          ...seen(account, 'global', 'account:region', `${account}-${RegionName}`, { RegionName }),
        });
    for (const one of observations) if (keyOf(one) === key) unit.add({ type: 'observation', ...one });
    const own = gaps.filter(gap => keyOf({ ...gap, kind: gap.kinds[0] ?? 'account:region' }) === key);
    for (const one of own) unit.add({ type: 'gap', ...one });
    unit.end({
      account,
      region,
      partition: 'aws',
      service,
      status: own.length > 0 ? 'partial' : 'ok',
      observations: 1,
      calls: 1,
      throttled: 0,
      started: usual.started,
      ended: usual.started,
    });
  }
  writer.end('finished');
  writer.close();
  const viewer = { types, version: '0.1.9' };
  const { estate, problems } = viewSnapshot(folder, name, viewer);
  const contents = readContents(folder, name, viewer);
  const apart = verdictsByAccount(contents, { types, hash, rules: prepared });
  return {
    whole: { results: evaluate(estate, prepared, { types, hash }), problems, resources: estate.resources.length },
    apart: {
      results: apart.results,
      problems: [...apart.problems, ...contents.problems],
      resources: apart.resources,
    },
  };
}

const usual: SnapshotHeader = {
  schemaVersion: '1',
  tool: { name: 'plumbline', version: '0.1.3' },
  started: '2026-11-21T06:00:00.000Z',
  caller: `arn:aws:iam::${accounts[0]}:role/nightly`,
  organisation: { id: 'o-a1b2c3d4e5', management: accounts[0] },
  accounts: accounts.map(id => ({ id, partition: 'aws' })),
  services: [
    { name: 'organizations', scope: 'organisation', kinds: ['organizations:policy'] },
    { name: 'iam', scope: 'global', kinds: ['iam:role', 'iam:policy'] },
    { name: 's3', scope: 'regional', kinds: ['s3:bucket'] },
    { name: 'kms', scope: 'regional', kinds: ['kms:key', 'kms:alias'] },
    { name: 'lambda', scope: 'regional', kinds: ['lambda:function'] },
    { name: 'cloudtrail', scope: 'regional', kinds: ['cloudtrail:trail'] },
  ],
  redacted: false,
};

const seen = (
  account: string,
  region: string,
  kind: string,
  id: string,
  data: JsonObject,
): Observation => ({ account, region, partition: 'aws', kind, id, data, tags: {}, calls: [callOf(account, region, kind)] });

const callOf = (account: string, region: string, kind: string) => ({
  kind: 'call' as const,
  account,
  region,
  action: kind,
  time: usual.started,
});

const roleArn = (account: string, name: string): string => `arn:aws:iam::${account}:role/${name}`;
const policyArn = (account: string, name: string): string => `arn:aws:iam::${account}:policy/${name}`;
const keyArn = (account: string, region: string, name: string): string =>
  `arn:aws:kms:${region}:${account}:key/${name}`;

interface Spot {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** What it points at, in some way. */
  readonly target: string;
  readonly other: string;
}

const makers: readonly ((spot: Spot) => Observation)[] = [
  ({ account, name, other }) =>
    seen(account, 'global', 'iam:role', roleArn(account, name), {
      RoleName: name,
      Arn: roleArn(account, name),
      AttachedManagedPolicies: [{ PolicyName: 'x', PolicyArn: other }],
    }),
  ({ account, name }) =>
    seen(account, 'global', 'iam:policy', policyArn(account, name), {
      PolicyName: name,
      Arn: policyArn(account, name),
    }),
  ({ account, region, name, target, other }) =>
    seen(account, region, 'lambda:function', `arn:aws:lambda:${region}:${account}:function:${name}`, {
      FunctionName: name,
      Role: target,
      KMSKeyArn: other,
    }),
  ({ account, region, name }) =>
    seen(account, region, 'kms:key', keyArn(account, region, name), {
      KeyId: name,
      Arn: keyArn(account, region, name),
    }),
  ({ account, region, name, target }) =>
    seen(account, region, 'kms:alias', `arn:aws:kms:${region}:${account}:alias/${name}`, {
      AliasName: `alias/${name}`,
      TargetKeyId: target,
    }),
  ({ account, region, name }) => seen(account, region, 's3:bucket', `arn:aws:s3:::${name}`, { Name: name }),
  ({ account, region, name, target, other }) =>
    seen(account, region, 'cloudtrail:trail', `arn:aws:cloudtrail:${region}:${account}:trail/${name}`, {
      Name: name,
      S3BucketName: other.replace(/^.*[:/]/, ''),
      KmsKeyId: target,
      IsOrganizationTrail: true,
    }),
  ({ name }) =>
    seen(accounts[0], 'global', 'organizations:policy', `arn:aws:organizations::${accounts[0]}:policy/${name}`, {
      Name: name,
      Type: 'SERVICE_CONTROL_POLICY',
    }),
];

const account = fc.constantFrom(...accounts);
const region = fc.constantFrom(...regions);
const name = fc.constantFrom(...names);
const pointer = fc.oneof(
  name,
  name.map(one => `alias/${one}`),
  fc.tuple(account, name).map(([where, one]) => roleArn(where, one)),
  fc.tuple(account, name).map(([where, one]) => policyArn(where, one)),
  fc.tuple(account, region, name).map(([where, there, one]) => keyArn(where, there, one)),
  fc.tuple(account, region, name).map(([where, there, one]) => `arn:aws:kms:${there}:${where}:alias/${one}`),
  name.map(one => `arn:aws:s3:::${one}`),
  fc.constant('nowhere'),
);
const observation = fc
  .tuple(
    fc.constantFrom(...makers),
    fc.record({ account, region, name, target: pointer, other: pointer }),
  )
  .map(([make, spot]) => make(spot));

const kindsOf = ['iam:role', 'iam:policy', 'kms:key', 'kms:alias', 'lambda:function', 's3:bucket', 'cloudtrail:trail'];
const gap = fc
  .record({ account, region: fc.constantFrom(...regions, 'global'), kind: fc.constantFrom(...kindsOf) })
  .map(({ kind, ...where }): Gap => ({
    ...where,
    partition: 'aws',
    service: kind.slice(0, kind.indexOf(':')),
    kinds: [kind],
    action: `${kind}:List`,
    cause: 'access-denied',
    detail: 'denied',
  }));
/** What is missing of something that was seen, by its number among the observations. */
const hole = fc.record({ number: fc.nat(40), part: fc.constantFrom('*', 'tags', 'targetKeyId') });

const world = fc
  .record({
    observations: fc.uniqueArray(observation, { maxLength: 24, selector: one => `${one.account}/${one.region}/${one.id}` }),
    gaps: fc.array(gap, { maxLength: 3 }),
    holes: fc.array(hole, { maxLength: 3 }),
    header: fc.constantFrom<Partial<SnapshotHeader>>(
      {},
      { regions: ['eu-west-1'] },
      { leftOut: ['sagemaker:domain', 'bedrock:guardrail'] },
      { tool: { name: 'plumbline', version: '0.0.1' } },
    ),
    redacted: fc.boolean(),
  })
  .map(({ holes, observations, gaps, ...rest }): World => ({
    ...rest,
    observations,
    gaps: [
      ...gaps,
      ...holes.flatMap(({ number, part }): readonly Gap[] => {
        const one = observations[number];
        if (!one) return [];
        const { account: where, region: there, kind, id } = one;
        const service = kind.slice(0, kind.indexOf(':'));
        const what = { action: `${kind}:Get`, cause: 'access-denied', detail: 'denied' } as const;
        return [{ account: where, region: there, partition: 'aws', service, kinds: [kind], id, part, ...what }];
      }),
    ],
  }));

test('random estates get the same verdicts account by account', () => {
  fc.assert(
    fc.property(world, one => {
      const { whole, apart } = bothWays(one);
      expect(apart).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
