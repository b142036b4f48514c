import { join } from 'node:path';

import { expect, test } from 'vitest';

import { packageFolder } from '../../../src/catalog/package-folder.ts';
import { loadTypes } from '../../../src/catalog/types.ts';
import type { JsonObject, Observation } from '../../../src/model/observation.ts';
import { entry } from '../../../src/model/value.ts';
import type { Dict, Value } from '../../../src/model/value.ts';
import { normalizeObservations } from '../../../src/normalize/observations/normalize-observations.ts';

/* The same thing through the API and through AWS Config: what both say is the same, and what AWS Config leaves out is unknown. */

const types = loadTypes(join(packageFolder, 'types'));
const place = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };
const where = { account: place.account, region: place.region };

const answered = (kind: string, data: JsonObject): Observation => ({
  ...place,
  kind,
  id: 'arn:thing',
  data,
  tags: { Owner: 'a' },
  calls: [{ kind: 'call', ...where, action: 'x:Get', time: '2026-01-02T00:00:00Z' }],
});

const recorded = (kind: string, configuration: JsonObject, more: JsonObject = {}): Observation => ({
  ...place,
  kind,
  id: 'arn:thing',
  data: { resourceId: 'thing', resourceName: 'thing', configuration, supplementaryConfiguration: more },
  tags: { Owner: 'a' },
  calls: [
    { kind: 'call', ...where, action: 'config:SelectAggregateResourceConfig', time: '2026-01-01T00:00:00Z' },
  ],
});

function estateOf(observation: Observation) {
  const accounts = [{ id: place.account, partition: 'aws', regions: [place.region] }];
  return normalizeObservations({ accounts, observations: [observation], gaps: [] }, types).estate;
}

function propertiesOf(observation: Observation): Dict {
  const own = estateOf(observation).resources.find(({ key }) => key === 'arn:thing');
  if (!own) throw new RangeError('no resource');
  return own.properties;
}

/** A value without its places. */
function plain(value: Value): unknown {
  if (value.kind === 'known') return value.value;
  if (value.kind === 'list') return value.items.map(plain);
  if (value.kind === 'dict')
    return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item)]));
  return value.kind === 'unknown' ? `unknown: ${value.cause}` : value.kind;
}

const both: readonly (readonly [string, Observation, Observation, readonly string[]])[] = [
  [
    'a key',
    answered('kms:key', {
      KeyId: 'k',
      KeyManager: 'CUSTOMER',
      Enabled: true,
      KeySpec: 'SYMMETRIC_DEFAULT',
      keyPolicy: '{"Version":"2012-10-17","Statement":[]}',
      keyRotationStatus: { enabled: true },
    }),
    recorded(
      'kms:key',
      { keyId: 'k', keyManager: 'CUSTOMER', enabled: true, keySpec: 'SYMMETRIC_DEFAULT' },
      { Policy: '{"Version":"2012-10-17","Statement":[]}', KeyRotationStatus: 'true' },
    ),
    ['Enabled', 'KeySpec', 'EnableKeyRotation', 'KeyPolicy'],
  ],
  [
    'a bucket',
    answered('s3:bucket', {
      Name: 'b',
      bucketEncryption: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' },
            BucketKeyEnabled: true,
          },
        ],
      },
      bucketVersioning: 'Enabled',
      publicAccessBlock: { BlockPublicAcls: true, IgnorePublicAcls: true },
    }),
    recorded(
      's3:bucket',
      { name: 'b' },
      {
        ServerSideEncryptionConfiguration: {
          rules: [
            {
              applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyID: 'k' },
              bucketKeyEnabled: true,
            },
          ],
        },
        BucketVersioningConfiguration: { status: 'Enabled', isMfaDeleteEnabled: null },
        PublicAccessBlockConfiguration: { blockPublicAcls: true, ignorePublicAcls: true },
      },
    ),
    ['BucketName', 'BucketEncryption', 'VersioningConfiguration', 'PublicAccessBlockConfiguration'],
  ],
  [
    'a security group',
    answered('ec2:security-group', {
      GroupId: 'sg-1',
      GroupName: 'g',
      IpPermissions: [
        { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, IpRanges: [{ CidrIp: '10.0.0.0/8' }] },
      ],
      IpPermissionsEgress: [],
    }),
    recorded('ec2:security-group', {
      groupId: 'sg-1',
      groupName: 'g',
      ipPermissions: [
        {
          ipProtocol: 'tcp',
          fromPort: 443,
          toPort: 443,
          ipv4Ranges: [{ cidrIp: '10.0.0.0/8' }],
          ipRanges: ['10.0.0.0/8'],
        },
      ],
      ipPermissionsEgress: [],
    }),
    ['GroupName', 'SecurityGroupIngress', 'SecurityGroupEgress'],
  ],
  [
    'a notebook, recorded in the words of its type',
    answered('sagemaker:notebook-instance', {
      NotebookInstanceName: 'n',
      DirectInternetAccess: 'Enabled',
      SecurityGroups: ['sg-1'],
    }),
    recorded('sagemaker:notebook-instance', {
      NotebookInstanceName: 'n',
      DirectInternetAccess: 'Enabled',
      SecurityGroupIds: ['sg-1'],
    }),
    ['NotebookInstanceName', 'DirectInternetAccess', 'SecurityGroupIds'],
  ],
];

test.each(both)('%s is the same through both', (_, api, item, names) => {
  const [told, said] = [propertiesOf(api), propertiesOf(item)];
  for (const name of names) {
    expect(plain(entry(said, name)), name).toEqual(plain(entry(told, name)));
    expect(plain(entry(told, name)), name).not.toBe('absent');
  }
});

test('what an item does not say is unknown, at every depth of a type that is recorded in its own words', () => {
  const runtime = propertiesOf(
    recorded('bedrock-agentcore:runtime', { NetworkConfiguration: { NetworkMode: 'VPC' } }),
  );
  expect(plain(entry(runtime, 'RoleArn'))).toBe('unknown: out-of-view');
  const network = entry(runtime, 'NetworkConfiguration');
  if (network.kind !== 'dict') throw new TypeError(network.kind);
  expect(plain(entry(network, 'NetworkMode'))).toBe('VPC');
  expect(plain(entry(network, 'NetworkModeConfig'))).toBe('unknown: out-of-view');
});

test('what an item says is null is not there', () => {
  const guardrail = propertiesOf(recorded('bedrock:guardrail', { Name: 'g', KmsKeyArn: null }));
  expect(plain(entry(guardrail, 'KmsKeyArn'))).toBe('absent');
});

test('nothing is made of members that an item lacks', () => {
  const group = propertiesOf(recorded('ec2:security-group', { groupId: 'sg-1' }));
  expect(plain(entry(group, 'SecurityGroupIngress'))).toBe('unknown: out-of-view');
  const bucket = propertiesOf(recorded('s3:bucket', { name: 'b' }));
  for (const name of ['ObjectLockEnabled', 'BucketEncryption', 'PublicAccessBlockConfiguration'])
    expect(plain(entry(bucket, name)), name).toBe('unknown: out-of-view');
  const key = propertiesOf(recorded('kms:key', { keyId: 'k', keyManager: 'CUSTOMER' }));
  expect(plain(entry(key, 'EnableKeyRotation'))).toBe('unknown: out-of-view');
});

/** How many policies a bucket has, and whether there may be one that nobody has seen. */
const openTo = (more: JsonObject): readonly [number, boolean] => {
  const { resources, scopes } = estateOf(recorded('s3:bucket', { name: 'b' }, more));
  const open = scopes.some(({ openings }) =>
    openings.some(({ types: of }) => of === 'all' || of.includes('AWS::S3::BucketPolicy')),
  );
  return [resources.filter(({ type }) => type === 'AWS::S3::BucketPolicy').length, open];
};

test('a bucket policy is there, is not, or is not known, as the item says', () => {
  expect(openTo({ BucketPolicy: { policyText: '{"Statement":[]}' } })[0]).toBe(1);
  expect(openTo({ BucketPolicy: { policyText: null } })[0]).toBe(0);
  expect(openTo({})).toEqual([0, true]);
});
