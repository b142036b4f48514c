import { expect, test } from 'vitest';

import type { Declaration } from '../../../src/model/declaration.ts';
import { known } from '../../../src/model/value.ts';
import type { Value } from '../../../src/model/value.ts';
import { isProduction, lost } from '../build.ts';
import { plain, propertiesOf, ref, resourcesOf, tf } from './build.ts';

const logs = tf('aws_s3_bucket.logs', { bucket: 'logs' });
const itsBucket = { bucket: ref('aws_s3_bucket.logs.id') };
const enabled = { versioning_configuration: [{ status: 'Enabled' }] };
const versioned = { BucketName: 'logs', VersioningConfiguration: { Status: 'Enabled' } };
const key = tf('aws_kms_key.k', { description: 'k' });
const policy = (name: string, document: Value | string, more: Partial<Declaration> = {}): Declaration =>
  tf(`aws_kms_key_policy.${name}`, { key_id: ref('aws_kms_key.k.id'), policy: document }, more);
const keyPolicyOf = (...declarations: readonly Declaration[]): unknown => {
  const properties = resourcesOf(...declarations).find(({ name }) => name === 'aws_kms_key.k')?.properties;
  return properties?.kind === 'dict' && plain(properties.entries.get('KeyPolicy') ?? known(null));
};
const [open, closed] = ['{"Id":"open"}', '{"Id":"closed"}'];

test.each<[string, readonly Declaration[], unknown]>([
  [
    'two of them',
    [key, policy('a', open), policy('b', closed)],
    { oneOf: [{ Id: 'open' }, { Id: 'closed' }] },
  ],
  ['two that say the same', [key, policy('a', open), policy('b', open)], { Id: 'open' }],
  [
    'one that is not known',
    [key, policy('a', open), policy('b', lost), policy('c', lost)],
    { oneOf: [{ Id: 'open' }, '?'] },
  ],
  [
    'two of which one is there',
    [
      key,
      policy('a', open, { exists: isProduction }),
      policy('b', closed, { exists: { kind: 'not', of: isProduction } }),
    ],
    {
      if: { if: { oneOf: [{ Id: 'open' }, { Id: 'closed' }] }, else: { Id: 'closed' } },
      else: { if: { Id: 'open' }, else: undefined },
    },
  ],
  [
    'one beside its own',
    [tf('aws_kms_key.k', { policy: open }), policy('b', closed)],
    { oneOf: [{ Id: 'open' }, { Id: 'closed' }] },
  ],
  [
    'one beside its own that is what the last run has made',
    [
      tf('aws_kms_key.k', { policy: open }, { readBack: new Map([['policy', 'not-written']]) }),
      policy('b', closed),
    ],
    { Id: 'closed' },
  ],
  [
    'many in some deployments each',
    [key, ...['a', 'b', 'c', 'd', 'e'].map(id => policy(id, `{"Id":"${id}"}`, { exists: isProduction }))],
    '?',
  ],
])('what takes the place of the other is one of them: %s', (_, declarations, expected) => {
  expect(keyPolicyOf(...declarations)).toEqual(expected);
});

test('nothing says which of two public access blocks comes last', () => {
  const block = (name: string, attributes: Record<string, boolean>) =>
    tf(`aws_s3_bucket_public_access_block.${name}`, { ...itsBucket, ...attributes });
  const properties = propertiesOf(
    'aws_s3_bucket.logs',
    logs,
    block('a', { block_public_acls: true }),
    block('b', {}),
    tf('aws_s3_bucket_versioning.v', { ...itsBucket, ...enabled }),
  );
  expect(properties).toEqual({
    ...versioned,
    PublicAccessBlockConfiguration: { oneOf: [{ BlockPublicAcls: true }, {}] },
  });
});
