import { expect, test } from 'vitest';

import type { Declaration } from '../../../src/model/declaration.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { stack } from '../build.ts';
import { plain, ref, tf, types } from './build.ts';

interface Plan {
  readonly now: readonly Declaration[];
  readonly removed?: readonly Declaration[];
}

/** The properties of a resource when a plan is applied. */
function after(name: string, { now, removed = [] }: Plan): unknown {
  const { estate } = normalize([stack(now, { key: '.', name: '.', removed })], types);
  const resource = estate.resources.find(one => one.name === name);
  return resource && plain(resource.properties);
}

const shows = (shown: 'not-written' | 'not-shown', ...attributes: readonly string[]) => ({
  readBack: new Map(attributes.map(attribute => [attribute, shown] as const)),
});

const deployed = { id: 'logs', bucket: 'logs', versioning: [{ enabled: true }] };
const bucket = tf('aws_s3_bucket.logs', deployed, shows('not-written', 'versioning'));
const perhaps = tf('aws_s3_bucket.logs', deployed, shows('not-shown', 'versioning'));
const versioning = (status: string, name = 'v') =>
  tf(`aws_s3_bucket_versioning.${name}`, { bucket: 'logs', versioning_configuration: [{ status }] });
const other = tf('aws_s3_bucket_versioning.v', {
  bucket: 'other',
  versioning_configuration: [{ status: 'x' }],
});

const enabled = { BucketName: 'logs', VersioningConfiguration: { Status: 'Enabled' } };
const either = { if: { Status: 'Enabled' }, else: undefined };

test.each([
  ['nothing else sets it', { now: [bucket] }, enabled],
  ['another resource sets it', { now: [bucket, versioning('Suspended')] }, 'Suspended'],
  [
    'another resource sets it, and the plan shows no blocks',
    { now: [perhaps, versioning('Suspended')] },
    'Suspended',
  ],
  ['what sets it is deleted', { now: [bucket], removed: [versioning('Enabled')] }, { BucketName: 'logs' }],
  [
    'what sets it is deleted, and a block may write it',
    { now: [perhaps], removed: [versioning('Enabled')] },
    { BucketName: 'logs', VersioningConfiguration: either },
  ],
  ['what sets it of another bucket is deleted', { now: [bucket], removed: [other] }, enabled],
  [
    'what sets it has another address afterwards',
    { now: [bucket, versioning('Enabled', 'w')], removed: [versioning('Enabled')] },
    { BucketName: 'logs', VersioningConfiguration: either },
  ],
])('what a deployed bucket shows when %s', (_, plan, expected) => {
  const one =
    typeof expected === 'string' ? { ...enabled, VersioningConfiguration: { Status: expected } } : expected;
  expect(after('aws_s3_bucket.logs', plan)).toEqual(one);
});

const json = (effect: string) =>
  JSON.stringify({ Statement: [{ Effect: effect, Action: '*', Resource: '*' }] });
const document = (effect: string) => ({ Statement: [{ Effect: effect, Action: '*', Resource: '*' }] });

const open = tf(
  'aws_s3_bucket.logs',
  { id: 'logs', bucket: 'logs', policy: json('Deny') },
  shows('not-written', 'policy'),
);
const policy = (of: string) => tf('aws_s3_bucket_policy.p', { bucket: of, policy: json('Allow') });

test.each([
  ['stays', { now: [open] }, document('Deny')],
  ['is that of another resource', { now: [open, policy('logs')] }, undefined],
  ['is deleted', { now: [open], removed: [policy('logs')] }, undefined],
  ['stays, as another one is deleted', { now: [open], removed: [policy('other')] }, document('Deny')],
])('the policy that a deployed bucket shows %s', (_, plan: Plan, expected) => {
  const { estate } = normalize(
    [stack(plan.now, { key: '.', name: '.', removed: plan.removed ?? [] })],
    types,
  );
  const shown = estate.resources.find(({ name }) => name === 'aws_s3_bucket.logs.policy');
  const value = shown?.properties.entries.get('PolicyDocument');
  expect(value && plain(value)).toEqual(expected);
});

const role = tf(
  'aws_iam_role.r',
  {
    name: 'r',
    managed_policy_arns: ['arn:aws:iam::aws:policy/A', 'arn:aws:iam::aws:policy/B'],
    inline_policy: [
      { name: 'p', policy: json('Allow') },
      { name: 'by-hand', policy: json('Deny') },
    ],
  },
  shows('not-written', 'managed_policy_arns', 'inline_policy'),
);
const inline = tf('aws_iam_role_policy.p', { role: 'r', name: 'p', policy: json('Deny') });
const attached = tf('aws_iam_role_policy_attachment.a', {
  role: 'r',
  policy_arn: 'arn:aws:iam::aws:policy/A',
});

test('of lists, what the plan changes is left out, and what it knows nothing of stays', () => {
  expect(after('aws_iam_role.r', { now: [role, inline], removed: [attached] })).toEqual({
    RoleName: 'r',
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/B'],
    Policies: [{ PolicyName: 'by-hand', PolicyDocument: document('Deny') }],
  });
});

test('a rule that has no name may be the one that is deleted', () => {
  const rule = { from_port: 443, to_port: 443, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] };
  const group = tf('aws_security_group.g', { id: 'sg-1', ingress: [rule] }, shows('not-written', 'ingress'));
  const removed = [
    tf('aws_vpc_security_group_ingress_rule.r', { security_group_id: 'sg-1', cidr_ipv4: '0.0.0.0/0' }),
  ];
  const item = { FromPort: 443, ToPort: 443, IpProtocol: 'tcp', CidrIp: '0.0.0.0/0' };
  expect(after('aws_security_group.g', { now: [group], removed })).toMatchObject({
    SecurityGroupIngress: [{ if: item }],
  });
  expect(after('aws_security_group.g', { now: [group] })).toMatchObject({ SecurityGroupIngress: [item] });
});

test.each([
  ['an id', 'aws_kms_key_policy', { key_id: '1234' }],
  ['an ARN', 'aws_kms_key_policy', { key_id: 'arn:aws:kms:eu-west-1:111122223333:key/1234' }],
])('a part of what is deployed points at it by %s', (_, type, of) => {
  const ids = { key_id: '1234', arn: 'arn:aws:kms:eu-west-1:111122223333:key/1234' };
  const key = tf(
    'aws_kms_key.k',
    { ...ids, policy: json('Deny') },
    shows('not-written', 'policy', ...Object.keys(ids)),
  );
  const part = tf(`${type}.p`, { ...of, policy: json('Allow') });
  expect(after('aws_kms_key.k', { now: [key, part] })).toMatchObject({ KeyPolicy: document('Allow') });
});

test('what nobody has read back counts, whatever else sets it', () => {
  const written = tf('aws_s3_bucket.logs', { bucket: 'logs', versioning: [{ enabled: true }] });
  const part = tf('aws_s3_bucket_versioning.v', { bucket: ref('aws_s3_bucket.logs.id') });
  expect(after('aws_s3_bucket.logs', { now: [written, part] })).toEqual(enabled);
});
