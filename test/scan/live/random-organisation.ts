import * as fc from 'fast-check';

import type { Gap, JsonObject, Observation, SnapshotHeader } from '../../../src/model/observation.ts';

/* Small organisations in which the same few names and ARNs stand for things in several accounts, and point at each other. */

export const accounts = ['111111111111', '222222222222', '333333333333'] as const;
export const regions = ['eu-west-1', 'us-east-1'] as const;
const names = ['app', 'logs', 'main', 'path/app'] as const;

export interface World {
  readonly header?: Partial<SnapshotHeader>;
  readonly observations: readonly Observation[];
  readonly gaps?: readonly Gap[];
  readonly redacted?: boolean;
}

export const usual: SnapshotHeader = {
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

export const observed = (
  { account, region, kind }: Pick<Observation, 'account' | 'region' | 'kind'>,
  id: string,
  data: JsonObject,
): Observation => ({
  account,
  region,
  partition: 'aws',
  kind,
  id,
  data,
  tags: {},
  calls: [{ kind: 'call', account, region, action: kind, time: usual.started }],
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
    observed({ account: account, region: 'global', kind: 'iam:role' }, roleArn(account, name), {
      RoleName: name,
      Arn: roleArn(account, name),
      AttachedManagedPolicies: [{ PolicyName: 'x', PolicyArn: other }],
    }),
  ({ account, name }) =>
    observed({ account: account, region: 'global', kind: 'iam:policy' }, policyArn(account, name), {
      PolicyName: name,
      Arn: policyArn(account, name),
    }),
  ({ account, region, name, target, other }) =>
    observed(
      { account: account, region: region, kind: 'lambda:function' },
      `arn:aws:lambda:${region}:${account}:function:${name}`,
      {
        FunctionName: name,
        Role: target,
        KMSKeyArn: other,
      },
    ),
  ({ account, region, name }) =>
    observed({ account: account, region: region, kind: 'kms:key' }, keyArn(account, region, name), {
      KeyId: name,
      Arn: keyArn(account, region, name),
    }),
  ({ account, region, name, target }) =>
    observed(
      { account: account, region: region, kind: 'kms:alias' },
      `arn:aws:kms:${region}:${account}:alias/${name}`,
      {
        AliasName: `alias/${name}`,
        TargetKeyId: target,
      },
    ),
  ({ account, region, name }) =>
    observed({ account: account, region: region, kind: 's3:bucket' }, `arn:aws:s3:::${name}`, { Name: name }),
  ({ account, region, name, target, other }) =>
    observed(
      { account: account, region: region, kind: 'cloudtrail:trail' },
      `arn:aws:cloudtrail:${region}:${account}:trail/${name}`,
      {
        Name: name,
        S3BucketName: other.replace(/^.*[:/]/, ''),
        KmsKeyId: target,
        IsOrganizationTrail: true,
      },
    ),
  ({ name }) =>
    observed(
      { account: accounts[0], region: 'global', kind: 'organizations:policy' },
      `arn:aws:organizations::${accounts[0]}:policy/${name}`,
      {
        Name: name,
        Type: 'SERVICE_CONTROL_POLICY',
      },
    ),
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
  .tuple(fc.constantFrom(...makers), fc.record({ account, region, name, target: pointer, other: pointer }))
  .map(([make, spot]) => make(spot));

const kindsOf = [
  'iam:role',
  'iam:policy',
  'kms:key',
  'kms:alias',
  'lambda:function',
  's3:bucket',
  'cloudtrail:trail',
];
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

export const world = fc
  .record({
    observations: fc.uniqueArray(observation, {
      maxLength: 24,
      selector: one => `${one.account}/${one.region}/${one.id}`,
    }),
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
        return [
          { account: where, region: there, partition: 'aws', service, kinds: [kind], id, part, ...what },
        ];
      }),
    ],
  }));
