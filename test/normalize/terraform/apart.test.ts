import { expect, test } from 'vitest';

import { absent } from '../../../src/model/value.ts';
import { isProduction, lost, when } from '../build.ts';
import { plain, propertiesOf, ref, resourcesOf, tf } from './build.ts';

const open = '{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject"}}';
const statement = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject' };

test.each([
  [
    'a bucket',
    tf('aws_s3_bucket.a', { policy: open }),
    'AWS::S3::BucketPolicy',
    { Bucket: '→ .#aws_s3_bucket.a.Ref', PolicyDocument: { Statement: statement } },
  ],
  [
    'a topic',
    tf('aws_sns_topic.a', { policy: open }),
    'AWS::SNS::TopicPolicy',
    { Topics: ['→ .#aws_sns_topic.a.Ref'], PolicyDocument: { Statement: statement } },
  ],
  [
    'a secret',
    tf('aws_secretsmanager_secret.a', { policy: open }),
    'AWS::SecretsManager::ResourcePolicy',
    { SecretId: '→ .#aws_secretsmanager_secret.a.Ref', ResourcePolicy: { Statement: statement } },
  ],
])('the policy that is an attribute of %s is a resource', (_, declaration, type, properties) => {
  const [whole, policy, ...others] = resourcesOf(declaration);
  expect(others).toEqual([]);
  expect([...(whole?.properties.entries.keys() ?? [])]).toEqual([]);
  expect(policy).toMatchObject({ type, name: `${declaration.name}.policy`, exists: { value: true } });
  expect(policy && plain(policy.properties)).toEqual(properties);
});

test.each([
  ['none', absent],
  ['an empty one', ''],
])('%s is no resource', (_, policy) => {
  expect(resourcesOf(tf('aws_s3_bucket.a', { policy }))).toHaveLength(1);
});

test('a policy under a condition exists under it, and one that is not known may', () => {
  const [, conditional] = resourcesOf(tf('aws_s3_bucket.a', { policy: when(open) }));
  expect(conditional?.exists).toMatchObject({ kind: 'or', of: [isProduction, { value: false }] });
  const [, unknown] = resourcesOf(tf('aws_s3_bucket.a', { policy: lost }));
  expect(unknown?.exists).toMatchObject({ kind: 'open', because: { what: 'parameter X has no default' } });
  const [, set] = resourcesOf(
    tf('aws_s3_bucket.a', { policy: { ...lost, set: true } }, { exists: isProduction }),
  );
  expect(set?.exists).toEqual(isProduction);
});

test('the settings that a bucket has in itself', () => {
  const bucket = tf('aws_s3_bucket.b', {
    versioning: [{ enabled: false, mfa_delete: true }],
    logging: [{ target_bucket: ref('aws_s3_bucket.logs.id'), target_prefix: 'x/' }],
    server_side_encryption_configuration: [
      {
        rule: [
          {
            bucket_key_enabled: true,
            apply_server_side_encryption_by_default: [{ sse_algorithm: 'aws:kms', kms_master_key_id: 'k' }],
          },
        ],
      },
    ],
    object_lock_configuration: [
      { object_lock_enabled: 'Enabled', rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: 400 }] }] },
    ],
    lifecycle_rule: [
      {
        id: 'old',
        enabled: true,
        prefix: 'x/',
        expiration: [{ days: 30 }],
        noncurrent_version_expiration: [{ days: 7 }],
        noncurrent_version_transition: [{ days: 3, storage_class: 'GLACIER' }],
      },
    ],
  });
  expect(propertiesOf('aws_s3_bucket.b', bucket, tf('aws_s3_bucket.logs', {}))).toEqual({
    VersioningConfiguration: { Status: 'Suspended' },
    LoggingConfiguration: { DestinationBucketName: '→ .#aws_s3_bucket.logs.Ref', LogFilePrefix: 'x/' },
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' },
        },
      ],
    },
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 400 } },
    },
    LifecycleConfiguration: {
      Rules: [
        {
          Id: 'old',
          Status: 'Enabled',
          Prefix: 'x/',
          ExpirationInDays: 30,
          NoncurrentVersionExpiration: { NoncurrentDays: 7 },
          NoncurrentVersionTransitions: [{ TransitionInDays: 3, StorageClass: 'GLACIER' }],
        },
      ],
    },
  });
});

test.each([
  ['a block that does not switch it on', [{ rule: [] }], undefined],
  ['a block that is not known', lost, '?'],
  ['no block', [], undefined],
])('the lock of a bucket: %s', (_, object_lock_configuration, expected) => {
  const read = propertiesOf('aws_s3_bucket.b', tf('aws_s3_bucket.b', { object_lock_configuration }));
  expect(read).toMatchObject(expected === undefined ? {} : { ObjectLockEnabled: expected });
  expect(Object.keys(Object(read))).not.toContain(expected === undefined ? 'ObjectLockEnabled' : '');
});

test('policies that are written in a role, in a key, and on an endpoint', () => {
  const role = tf('aws_iam_role.r', {
    inline_policy: [{ name: 'p', policy: open }, {}],
    managed_policy_arns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
  expect(propertiesOf('aws_iam_role.r', role)).toEqual({
    Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statement } }],
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
  const endpoint = tf('aws_vpc_endpoint.e', { policy: open });
  expect(propertiesOf('aws_vpc_endpoint.e', endpoint)).toMatchObject({
    PolicyDocument: { Statement: statement },
  });
});

test('the rules of the group that a VPC has by itself', () => {
  const group = tf('aws_default_security_group.g', {
    vpc_id: 'v',
    ingress: [
      {
        from_port: 0,
        to_port: 0,
        protocol: '-1',
        cidr_blocks: [],
        ipv6_cidr_blocks: ['::/0'],
        security_groups: [],
        self: false,
      },
    ],
  });
  expect(propertiesOf('aws_default_security_group.g', group)).toEqual({
    VpcId: 'v',
    SecurityGroupIngress: [{ FromPort: 0, ToPort: 0, IpProtocol: '-1', CidrIpv6: '::/0' }],
    SecurityGroupEgress: [],
  });
});
