import { expect, test } from 'vitest';

import type { Opening } from '../../../src/model/resource.ts';
import { unknown } from '../../../src/model/value.ts';
import { normalize } from '../../../src/normalize/normalize.ts';
import { at, isProduction, lost, stack, text } from '../build.ts';
import { plain, propertiesOf, ref, resourcesOf, tf, types } from './build.ts';

const logs = tf('aws_s3_bucket.logs', { bucket: 'logs' });
const enabled = { versioning_configuration: [{ status: 'Enabled' }] };
const versioned = { BucketName: 'logs', VersioningConfiguration: { Status: 'Enabled' } };

test.each([
  ['the bucket', ref('aws_s3_bucket.logs.id')],
  ['its name', 'logs'],
  ['another part of it', ref('aws_s3_bucket_public_access_block.logs.bucket')],
])('a part is in what it points at: %s', (_, bucket) => {
  const block = tf('aws_s3_bucket_public_access_block.logs', { bucket: ref('aws_s3_bucket.logs.id') });
  const versioning = tf('aws_s3_bucket_versioning.logs', { bucket, ...enabled });
  const resources = resourcesOf(logs, versioning, block);
  expect(resources.map(({ type, name }) => [type, name])).toEqual([
    ['AWS::S3::Bucket', 'aws_s3_bucket.logs'],
  ]);
  expect(propertiesOf('aws_s3_bucket.logs', logs, versioning, block)).toMatchObject(versioned);
});

const itsBucket = { bucket: ref('aws_s3_bucket.logs.id') };

const settings = [
  tf('aws_s3_bucket_server_side_encryption_configuration.e', {
    ...itsBucket,
    rule: [
      {
        apply_server_side_encryption_by_default: [
          { sse_algorithm: 'aws:kms', kms_master_key_id: ref('aws_kms_key.k.arn') },
        ],
      },
    ],
  }),
  tf('aws_s3_bucket_public_access_block.p', {
    ...itsBucket,
    block_public_acls: true,
    ignore_public_acls: 'true',
  }),
  tf('aws_s3_bucket_lifecycle_configuration.l', {
    ...itsBucket,
    rule: [
      {
        id: 'old',
        status: 'Enabled',
        filter: [{ and: [{ prefix: 'x/', tags: { a: 'b' } }] }],
        expiration: [{ days: 30 }],
        transition: [{ days: 5, storage_class: 'GLACIER' }],
        noncurrent_version_expiration: [{ noncurrent_days: 7 }],
      },
    ],
  }),
  tf('aws_s3_bucket_logging.g', { ...itsBucket, target_bucket: 'other', target_prefix: 'log/' }),
  tf('aws_s3_bucket_object_lock_configuration.o', {
    ...itsBucket,
    rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: 90 }] }],
  }),
];

const rule = {
  Id: 'old',
  Status: 'Enabled',
  Prefix: 'x/',
  TagFilters: [{ Key: 'a', Value: 'b' }],
  ExpirationInDays: 30,
  Transitions: [{ TransitionInDays: 5, StorageClass: 'GLACIER' }],
  NoncurrentVersionExpiration: { NoncurrentDays: 7 },
};

test('the settings of a bucket, each from a resource of its own', () => {
  expect(propertiesOf('aws_s3_bucket.logs', logs, tf('aws_kms_key.k', {}), ...settings)).toEqual({
    BucketName: 'logs',
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: '→ .#aws_kms_key.k.Arn' },
        },
      ],
    },
    PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true },
    LifecycleConfiguration: { Rules: [rule] },
    LoggingConfiguration: { DestinationBucketName: 'other', LogFilePrefix: 'log/' },
    ObjectLockEnabled: true,
    ObjectLockConfiguration: {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 90 } },
    },
  });
});

test('a part that exists in some deployments is there in those', () => {
  const versioning = tf(
    'aws_s3_bucket_versioning.logs',
    { bucket: ref('aws_s3_bucket.logs.id'), ...enabled },
    { exists: isProduction },
  );
  expect(propertiesOf('aws_s3_bucket.logs', logs, versioning)).toMatchObject({
    VersioningConfiguration: { if: { Status: 'Enabled' }, else: undefined },
  });
});

test('what a part says stands where the part stands', () => {
  const file = { path: 'b.tf', text: 'resource "aws_s3_bucket_public_access_block" "p" {}' };
  const there = { kind: 'span', file, start: 0, end: 51 } as const;
  const entries = new Map([['bucket', ref('aws_s3_bucket.logs.id')]]);
  const block = tf(
    'aws_s3_bucket_public_access_block.p',
    {},
    { properties: { kind: 'dict', entries, at: there } },
  );
  const [bucket] = resourcesOf(logs, block);
  expect(bucket?.properties.entries.get('PublicAccessBlockConfiguration')?.at).toEqual(there);
});

test('the name is not known, and only one bucket has it', () => {
  const name = text('acme-', unknown('unresolved-value', [{ what: 'var.stage has no value', at }]));
  const bucket = tf('aws_s3_bucket.logs', { bucket: name });
  const versioning = tf('aws_s3_bucket_versioning.logs', { bucket: name, ...enabled });
  expect(propertiesOf('aws_s3_bucket.logs', bucket, logsElsewhere, versioning)).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
  });
});

const logsElsewhere = tf('aws_s3_bucket.other', { bucket: 'other' });

test('the name is not known, and the bucket that it was read from is', () => {
  const bucket = tf('aws_s3_bucket.logs', { bucket: lost });
  const twin = tf('aws_s3_bucket.twin', { bucket: lost });
  const name = unknown('unresolved-value', [{ what: 'aws_s3_bucket.logs.bucket' }, ...lost.chain]);
  const versioning = tf('aws_s3_bucket_versioning.logs', { bucket: name, ...enabled });
  expect(propertiesOf('aws_s3_bucket.logs', bucket, twin, versioning)).toMatchObject({
    VersioningConfiguration: { Status: 'Enabled' },
  });
  expect(propertiesOf('aws_s3_bucket.twin', bucket, twin, versioning)).toEqual({ BucketName: '?' });
});

test('a part of which nobody knows where it belongs leaves open what it says, where there is none already', () => {
  const somewhere = unknown('unresolved-value', [{ what: 'var.bucket has no value' }]);
  const stray = tf('aws_s3_bucket_versioning.stray', { bucket: somewhere, ...enabled });
  const own = tf('aws_s3_bucket_versioning.own', {
    bucket: ref('aws_s3_bucket.other.id'),
    versioning_configuration: [{ status: 'Suspended' }],
  });
  expect(propertiesOf('aws_s3_bucket.logs', logs, logsElsewhere, stray, own)).toEqual({
    BucketName: 'logs',
    VersioningConfiguration: '?',
  });
  expect(propertiesOf('aws_s3_bucket.other', logs, logsElsewhere, stray, own)).toMatchObject({
    VersioningConfiguration: { Status: 'Suspended' },
  });
  const [bucket] = resourcesOf(logs, stray);
  expect(bucket?.properties.entries.get('VersioningConfiguration')).toMatchObject({
    cause: 'unresolved-value',
    chain: [
      { what: 'aws_s3_bucket_versioning.stray may be a part of it' },
      { what: 'var.bucket has no value' },
    ],
  });
});

test('a part of something that is not in view says nothing of what is', () => {
  const foreign = tf('aws_s3_bucket_versioning.foreign', { bucket: 'somebody-elses', ...enabled });
  const resources = resourcesOf(logs, foreign);
  expect(resources.map(({ type }) => type)).toEqual(['AWS::S3::Bucket', 'aws_s3_bucket_versioning']);
  expect(resources.map(({ properties }) => plain(properties))[0]).toEqual({ BucketName: 'logs' });
});

test('parts that there can be many of are the items of a list', () => {
  const agent = tf('aws_bedrockagent_agent.a', { agent_name: 'a', foundation_model: 'm' });
  const agentId = ref('aws_bedrockagent_agent.a.agent_id');
  const group = tf('aws_bedrockagent_agent_action_group.g', {
    agent_id: agentId,
    agent_version: 'DRAFT',
    action_group_name: 'orders',
    action_group_executor: [{ lambda: ref('aws_lambda_function.f.arn') }],
    function_schema: [
      {
        member_functions: [
          { functions: [{ name: 'delete_order', parameters: [{ map_block_key: 'id', type: 'string' }] }] },
        ],
      },
    ],
  });
  const knowledge = tf(
    'aws_bedrockagent_agent_knowledge_base_association.k',
    { agent_id: agentId, description: 'd', knowledge_base_id: 'KB', knowledge_base_state: 'ENABLED' },
    { exists: isProduction },
  );
  const stray = tf('aws_bedrockagent_agent_collaborator.c', { agent_id: lost, collaborator_name: 'x' });
  const lambda = tf('aws_lambda_function.f', { function_name: 'f' });
  expect(propertiesOf('aws_bedrockagent_agent.a', agent, group, knowledge, stray, lambda)).toEqual({
    AgentName: 'a',
    FoundationModel: 'm',
    AutoPrepare: true,
    ActionGroups: [
      {
        ActionGroupName: 'orders',
        ActionGroupExecutor: { Lambda: '→ .#aws_lambda_function.f.Arn' },
        FunctionSchema: {
          Functions: [{ Name: 'delete_order', Parameters: { id: { Type: 'string' } } }],
        },
      },
    ],
    KnowledgeBases: [
      { if: { Description: 'd', KnowledgeBaseId: 'KB', KnowledgeBaseState: 'ENABLED' }, else: undefined },
    ],
    AgentCollaborators: ['…'],
  });
});

test('attachments of policies are on the role; one that is not known may be any', () => {
  const role = tf('aws_iam_role.r', { name: 'r', assume_role_policy: '{"Statement":[]}' });
  const attachment = tf('aws_iam_role_policy_attachment.a', {
    role: 'r',
    policy_arn: 'arn:aws:iam::aws:policy/X',
  });
  const open = tf('aws_iam_role_policy_attachment.b', { role: ref('aws_iam_role.r.name'), policy_arn: lost });
  expect(propertiesOf('aws_iam_role.r', role, attachment, open)).toEqual({
    RoleName: 'r',
    AssumeRolePolicyDocument: { Statement: [] },
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/X', '…'],
  });
});

test('who points at a part points at the whole', () => {
  const attachment = tf('aws_s3_bucket_versioning.v', { bucket: 'logs', ...enabled });
  const policy = tf('aws_s3_bucket_policy.p', {
    bucket: ref('aws_s3_bucket_versioning.v.id'),
    policy: '{"Statement":[]}',
  });
  expect(propertiesOf('aws_s3_bucket_policy.p', logs, attachment, policy)).toEqual({
    Bucket: '→ .#aws_s3_bucket.logs.Ref',
    PolicyDocument: { Statement: [] },
  });
});

test('of parts that stand for any number there may be more', () => {
  const role = tf('aws_iam_role.r', { name: 'r' });
  const [name, attributes] = ['aws_iam_role_policy_attachment.a[*]', { role: 'r', policy_arn: 'p' }] as const;
  expect(propertiesOf('aws_iam_role.r', role, tf(name, attributes, { exists: isProduction }))).toEqual({
    RoleName: 'r',
    ManagedPolicyArns: [{ if: 'p', else: undefined }, '…'],
  });
});

const opening = (...names: readonly string[]): Opening => ({ types: names, because: lost });

test('what may be there unseen is said in the types of the model', () => {
  const openings = [
    opening('aws_kms_key', 'awscc_kms_key', 'aws_iam_role_policy_attachment', 'aws_route53_zone'),
    { types: 'all', because: lost } as const,
  ];
  const { estate } = normalize([stack([logs], { openings })], types);
  expect(estate.scopes[0]?.openings.map(one => one.types)).toEqual([
    ['AWS::KMS::Key', 'aws_route53_zone'],
    'all',
  ]);
});
