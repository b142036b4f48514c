import { expect, test } from 'vitest';

import type { Opening } from '../../../src/model/resource.ts';
import { known, unknown } from '../../../src/model/value.ts';
import type { Value } from '../../../src/model/value.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { at, lost, stack, text, value, when } from '../build.ts';
import { plain, ref, tf, types } from './build.ts';

const module = (reaches: Opening['reaches'], start = 13): Opening => {
  const place = { ...at, start };
  return {
    types: 'all',
    because: unknown('out-of-view', [{ what: 'module.m is remote, which is not in view', at: place }], place),
    ...(reaches === undefined ? {} : { reaches }),
  };
};

const declared = [
  tf('aws_s3_bucket.logs', { bucket: 'logs', versioning: [{ enabled: true }] }),
  tf('aws_s3_bucket.other', { bucket: 'other' }),
  tf('aws_s3_bucket_versioning.other', {
    bucket: ref('aws_s3_bucket.other.id'),
    versioning_configuration: [{ status: 'Enabled' }],
  }),
  tf('aws_security_group.group', { name: 'group' }),
  tf('aws_kms_key.key', {}),
  tf('aws_kms_alias.alias', { name: 'alias/a', target_key_id: ref('aws_kms_key.key.id') }),
  tf('aws_iam_role.role', { name: text('role-', lostAt(70)), managed_policy_arns: ['p'] }),
];

function lostAt(start: number): Value {
  return unknown('unresolved-value', [{ what: 'var.stage has no value', at: { ...at, start } }]);
}

/** The resources that are open, with what they say. */
function reached(...openings: readonly Opening[]): unknown {
  const { estate } = normalize([stack(declared, { key: '.', openings })], types);
  const read = estate.resources.map(({ name, properties }) => [name, plain(properties)] as const);
  return Object.fromEntries(read.filter(([, said]) => /"[?…]"/.test(JSON.stringify(said))));
}

const role = { RoleName: '?', ManagedPolicyArns: ['p'] };
const parts = {
  AccelerateConfiguration: '?',
  AccessControl: '?',
  BucketEncryption: '?',
  LifecycleConfiguration: '?',
  LoggingConfiguration: '?',
  ObjectLockConfiguration: '?',
  ObjectLockEnabled: '?',
  OwnershipControls: '?',
  PublicAccessBlockConfiguration: '?',
  ReplicationConfiguration: '?',
};
const logs = { BucketName: 'logs', ...parts, VersioningConfiguration: { Status: 'Enabled' } };
const group = { GroupName: 'group', SecurityGroupIngress: ['…'], SecurityGroupEgress: ['…'] };
const key = { KeyPolicy: '?', BypassPolicyLockoutSafetyCheck: '?' };

test.each<[string, readonly Value[], Record<string, unknown>]>([
  ['nothing', [], {}],
  ['words of its own', [known('elsewhere'), lost, lostAt(1)], {}],
  ['the id of a bucket', [ref('aws_s3_bucket.logs.id')], { 'aws_s3_bucket.logs': logs }],
  ['its name', [known('logs')], { 'aws_s3_bucket.logs': logs }],
  ['its ARN, written out', [known('arn:aws:s3:::logs')], { 'aws_s3_bucket.logs': logs }],
  ['what ends with its name, and is none', [known('old-logs')], {}],
  [
    'something that was read from it',
    [{ ...known('x'), via: [{ what: 'aws_s3_bucket.logs.bucket_prefix' }] }],
    { 'aws_s3_bucket.logs': logs },
  ],
  [
    'what is in a list, a text, a choice',
    [value([{ a: when(text(ref('aws_s3_bucket.logs.arn'), '/*')) }])],
    { 'aws_s3_bucket.logs': logs },
  ],
  [
    'a part of a bucket',
    [ref('aws_s3_bucket_versioning.other.bucket')],
    { 'aws_s3_bucket.other': { ...logs, BucketName: 'other' } },
  ],
  [
    'a group, of which the lists stay open',
    [ref('aws_security_group.group.id')],
    { 'aws_security_group.group': group },
  ],
  ['the alias of a key', [ref('aws_kms_alias.alias.arn')], { 'aws_kms_key.key': key }],
  [
    'a name that is not known, and is that of a role',
    [text('role-', lostAt(70))],
    { 'aws_iam_role.role': { ...role, ManagedPolicyArns: ['p', '…'] } },
  ],
])('a module that is not in view is given %s', (_, given, expected) => {
  expect(reached(module(given))).toEqual({ 'aws_iam_role.role': role, ...expected });
});

test('what one module is given goes through it into another', () => {
  const output = unknown('out-of-view', [
    { what: 'output id of module.m' },
    { what: 'module.m is remote, which is not in view', at: { ...at, start: 5 } },
  ]);
  const both = reached(module([ref('aws_s3_bucket.logs.id')], 5), module([output], 6));
  expect(both).toHaveProperty(['aws_s3_bucket.logs']);
  const { estate } = normalize(
    [
      stack(declared, {
        key: '.',
        openings: [module([output], 6), { ...module([ref('aws_kms_key.key.arn')], 5) }],
      }),
    ],
    types,
  );
  const read = estate.resources
    .find(({ name }) => name === 'aws_kms_key.key')
    ?.properties.entries.get('KeyPolicy');
  expect(read).toMatchObject({
    cause: 'out-of-view',
    chain: [
      { what: 'aws_kms_key.key may have parts that are not in view' },
      { what: 'module.m is remote, which is not in view' },
    ],
  });
});

test('what may add to anything, of some types and of all', () => {
  expect(reached({ ...module('all'), parts: ['aws_s3_bucket_versioning', 'aws_kms_key'] })).toEqual({
    'aws_iam_role.role': role,
  });
  expect(reached({ ...module('all'), parts: ['aws_kms_key_policy', 'aws_security_group_rule'] })).toEqual({
    'aws_iam_role.role': role,
    'aws_kms_key.key': key,
    'aws_security_group.group': group,
  });
  expect(reached({ ...module('all'), parts: ['aws_iam_policy_attachment'] })).toEqual({
    'aws_iam_role.role': { ...role, ManagedPolicyArns: ['p', '…'] },
  });
  expect(Object.keys(Object(reached(module('all')))).toSorted()).toEqual([
    'aws_iam_role.role',
    'aws_kms_key.key',
    'aws_s3_bucket.logs',
    'aws_s3_bucket.other',
    'aws_security_group.group',
  ]);
});

function keys(opening: Opening): unknown {
  const { estate } = normalize([stack(declared, { key: '.', openings: [opening] })], types);
  const [read] = estate.scopes[0]?.openings ?? [];
  return read?.reached && [...read.reached];
}

test('what a module makes may point at what it is given, and at nothing else', () => {
  expect(keys(module([ref('aws_kms_alias.alias.arn')]))).toEqual([
    '.#aws_kms_alias.alias',
    '.#aws_kms_key.key',
  ]);
  expect(keys(module([]))).toEqual([]);
  expect(keys(module('all'))).toBeUndefined();
  expect(keys(module(undefined))).toBeUndefined();
});
