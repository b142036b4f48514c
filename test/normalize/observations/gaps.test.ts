import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import { loadTypes } from '../../../src/catalog/types.ts';
import type { Gap, Observation } from '../../../src/model/observation.ts';
import type { Dict, Value } from '../../../src/model/value.ts';
import { normalizeObservations } from '../../../src/normalize/observations/normalize-observations.ts';

/* What could not be read is not known, in exactly the properties and types that it would have shown. */

const types = loadTypes(join(packageFolder, 'types'));
const account = '111122223333';
const place = { account, region: 'eu-west-1', partition: 'aws' };
const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/k';

const observation = (
  more: Pick<Observation, 'kind' | 'id' | 'data'> & Partial<Observation>,
): Observation => ({
  ...place,
  calls: [{ kind: 'call', account, region: 'eu-west-1', action: 'x:Get', time: '2026-01-01T00:00:00Z' }],
  ...more,
});

const gap = (more: Pick<Gap, 'kinds' | 'action'> & Partial<Gap>): Gap => ({
  ...place,
  service: 'x',
  cause: 'access-denied',
  detail: 'AccessDenied: no',
  ...more,
});

const key = observation({
  kind: 'kms:key',
  id: keyArn,
  data: { KeyId: 'k', KeyManager: 'CUSTOMER', Enabled: true, keyRotationStatus: { enabled: true } },
  tags: { Owner: 'team-a' },
});

function normalized(observations: readonly Observation[], gaps: readonly Gap[]) {
  const accounts = [{ id: account, partition: 'aws', regions: ['eu-west-1', 'us-east-1'] }];
  return normalizeObservations({ accounts, observations, gaps }, types).estate;
}

function only(observations: readonly Observation[], gaps: readonly Gap[]) {
  const [resource] = normalized(observations, gaps).resources;
  if (!resource) throw new RangeError('no resource');
  return resource;
}

/** A property as a word: what it is, or why it is not known. */
function said({ entries, rest }: Dict, name: string): unknown {
  const value: Value = entries.get(name) ?? rest ?? { kind: 'absent' };
  if (value.kind === 'unknown') return value.cause;
  return value.kind === 'known' ? value.value : value.kind;
}

test('a further answer that is denied leaves its property unknown, and no other', () => {
  const { properties } = only(
    [key],
    [gap({ kinds: ['kms:key'], id: keyArn, part: 'keyPolicy', action: 'kms:GetKeyPolicy' })],
  );
  expect(said(properties, 'KeyPolicy')).toBe('access-denied');
  expect(said(properties, 'EnableKeyRotation')).toBe(true);
  expect(said(properties, 'Origin')).toBe('absent');
});

test('an answer that says several properties leaves all of them unknown', () => {
  const { properties } = only(
    [key],
    [gap({ kinds: ['kms:key'], id: keyArn, part: 'keyRotationStatus', action: 'kms:GetKeyRotationStatus' })],
  );
  expect(said(properties, 'EnableKeyRotation')).toBe('access-denied');
  expect(said(properties, 'RotationPeriodInDays')).toBe('access-denied');
});

test('a description that is throttled leaves everything unknown but what the list says', () => {
  const { properties } = only(
    [observation({ kind: 'bedrock-agent:agent', id: 'arn:a', data: { agentId: 'A', agentName: 'a' } })],
    [
      gap({
        kinds: ['bedrock-agent:agent'],
        id: 'arn:a',
        part: '*',
        action: 'bedrock:GetAgent',
        cause: 'throttled',
      }),
    ],
  );
  expect(said(properties, 'AgentName')).toBe('a');
  expect(said(properties, 'CustomerEncryptionKeyArn')).toBe('throttled');
});

test('tags that are denied may be any; tags that nobody asks for too', () => {
  const denied = only(
    [key],
    [gap({ kinds: ['kms:key'], id: keyArn, part: 'tags', action: 'kms:ListResourceTags' })],
  );
  expect(said(denied.tags, 'Owner')).toBe('team-a');
  expect(said(denied.tags, 'CostCenter')).toBe('access-denied');
  const group = only(
    [observation({ kind: 'logs:log-group', id: 'arn:g', data: { logGroupName: '/g' } })],
    [],
  );
  expect(said(group.tags, 'Owner')).toBe('out-of-view');
});

test('a list that is denied opens its account and Region for every type that it shows, and no other Region', () => {
  const { scopes } = normalized(
    [],
    [gap({ kinds: ['kms:key'], action: 'kms:ListKeys', cause: 'scp-denied' })],
  );
  expect(
    scopes.map(({ key: scope, openings }) => [
      scope,
      openings.map(({ types: open, because }) => [open, because.cause]),
    ]),
  ).toEqual([
    ['account-region/111122223333/eu-west-1', [[['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'], 'scp-denied']]],
    ['account-region/111122223333/us-east-1', []],
    ['account/111122223333', [[['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'], 'scp-denied']]],
  ]);
});

test('a list of what belongs to no Region opens all of them', () => {
  const { scopes } = normalized([], [gap({ kinds: ['iam:role'], region: 'global', action: 'iam:Get' })]);
  expect(scopes.map(({ openings }) => openings.length)).toEqual([1, 1, 1]);
});

test('a policy that is denied may be there: its type is open, and the bucket is as it is', () => {
  const bucket = observation({
    kind: 's3:bucket',
    id: 'arn:aws:s3:::b',
    data: { Name: 'b', publicAccessBlock: null, bucketEncryption: null },
  });
  const estate = normalized(
    [bucket],
    [gap({ kinds: ['s3:bucket'], id: bucket.id, part: 'bucketPolicy', action: 's3:GetBucketPolicy' })],
  );
  expect(estate.resources.map(({ type }) => type)).toEqual(['AWS::S3::Bucket']);
  expect(estate.scopes[0]?.openings.map(({ types: open }) => open)).toEqual([['AWS::S3::BucketPolicy']]);
  expect(
    estate.resources.map(({ properties }) => said(properties, 'PublicAccessBlockConfiguration')),
  ).toEqual(['absent']);
});

test('what an application inference profile was copied from is not known without the profile of AWS', () => {
  const models = ['eu-west-1', 'eu-west-3'].map(region => ({
    modelArn: `arn:aws:bedrock:${region}::foundation-model/amazon.nova-lite-v1:0`,
  }));
  const { properties } = only(
    [
      observation({
        kind: 'bedrock:inference-profile',
        id: 'arn:p',
        data: { inferenceProfileName: 'p', models },
      }),
    ],
    [],
  );
  expect(said(properties, 'ModelSource')).toBe('out-of-view');
});

test('who has a policy is not known when a list of who may is denied', () => {
  const { properties } = only(
    [observation({ kind: 'iam:policy', id: 'arn:p', region: 'global', data: { PolicyName: 'p' } })],
    [gap({ kinds: ['iam:user'], region: 'global', action: 'iam:GetAccountAuthorizationDetails' })],
  );
  expect(said(properties, 'Users')).toBe('out-of-view');
  expect(said(properties, 'Roles')).toBe('list');
});

test('a key of AWS, and a kind that nobody spells, are no resources', () => {
  const estate = normalized(
    [
      observation({ kind: 'kms:key', id: 'arn:k', data: { KeyId: 'k', KeyManager: 'AWS' } }),
      observation({ kind: 'account:region', id: 'arn:r', data: { RegionName: 'eu-west-1' } }),
    ],
    [],
  );
  expect(estate.resources).toEqual([]);
});

test('a value says which call it was read by', () => {
  const calls = (['ListKeys', 'DescribeKey', 'GetKeyPolicy'] as const).map(
    operation =>
      ({
        kind: 'call',
        account,
        region: 'eu-west-1',
        action: `kms:${operation}`,
        time: '2026-01-01T00:00:00Z',
      }) as const,
  );
  const { at, properties } = only(
    [{ ...key, data: { ...key.data, keyPolicy: '{"Statement":[]}' }, calls }],
    [],
  );
  expect(at).toMatchObject({ action: 'kms:DescribeKey' });
  expect(properties.entries.get('Enabled')?.at).toMatchObject({ action: 'kms:DescribeKey' });
  expect(properties.entries.get('KeyPolicy')?.at).toMatchObject({ action: 'kms:GetKeyPolicy' });
});

test('an empty object that lacks what its type requires is not set', () => {
  const model = observation({
    kind: 'sagemaker:model',
    id: 'arn:aws:sagemaker:eu-west-1:111122223333:model/m',
    data: { ModelName: 'm', VpcConfig: {}, PrimaryContainer: {} },
  });
  const { entries } = only([model], []).properties;
  expect([entries.has('VpcConfig'), entries.has('PrimaryContainer')]).toEqual([false, true]);
});

test('a key that is being deleted is none', () => {
  const leaving = observation({ ...key, data: { ...key.data, KeyState: 'PendingDeletion' } });
  expect(normalized([leaving], []).resources).toEqual([]);
});
