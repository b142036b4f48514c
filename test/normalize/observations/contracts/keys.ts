import { arn, key, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const closed = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:root' }, Action: 'kms:*', Resource: '*' },
  ],
};

export const keyContracts: readonly Contract[] = [
  {
    name: 'that rotates',
    template: {
      type: 'AWS::KMS::Key',
      properties: {
        EnableKeyRotation: true,
        KeyPolicy: closed,
        Tags: [{ Key: 'Owner', Value: 'team-a' }],
      },
    },
    answer: {
      kind: 'kms:key',
      id: key,
      tags,
      data: {
        KeyId: '11111111-2222-3333-4444-555555555555',
        KeyArn: key,
        Arn: key,
        KeyManager: 'CUSTOMER',
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeyState: 'Enabled',
        Origin: 'AWS_KMS',
        Enabled: true,
        keyPolicy: JSON.stringify(closed),
        keyRotationStatus: { enabled: true, days: 365 },
      },
    },
    fails: [],
  },
  {
    name: 'for everybody, that never rotates',
    template: {
      type: 'AWS::KMS::Key',
      properties: {
        KeyPolicy: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }],
        },
      },
    },
    answer: {
      kind: 'kms:key',
      id: key,
      tags: {},
      data: {
        KeyId: '11111111-2222-3333-4444-555555555555',
        KeyManager: 'CUSTOMER',
        KeySpec: 'SYMMETRIC_DEFAULT',
        Origin: 'AWS_KMS',
        keyPolicy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: '*', Action: 'kms:Decrypt', Resource: '*' }],
        }),
        keyRotationStatus: { enabled: false },
      },
    },
    fails: ['kms/key-policy-closed', 'kms/key-rotation'],
  },
  {
    name: 'of a key elsewhere',
    template: {
      type: 'AWS::KMS::ReplicaKey',
      properties: { PrimaryKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1', KeyPolicy: closed },
    },
    answer: {
      kind: 'kms:key',
      id: arn('kms', 'key/mrk-1'),
      tags: {},
      data: {
        KeyId: 'mrk-1',
        KeyManager: 'CUSTOMER',
        MultiRegion: true,
        MultiRegionConfiguration: {
          MultiRegionKeyType: 'REPLICA',
          PrimaryKey: { Arn: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1', Region: 'us-east-1' },
        },
        keyPolicy: JSON.stringify(closed),
        keyRotationStatus: { enabled: true },
      },
    },
    fails: [],
  },
];
