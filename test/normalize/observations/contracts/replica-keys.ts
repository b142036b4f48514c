import type { JsonObject } from '../../../../src/model/observation.ts';
import { account } from './contract.ts';
import type { Contract } from './contract.ts';

const iam = (rest: string): string => `arn:aws:iam::111122223333:${rest}`;
const policy = (...Statement: readonly JsonObject[]): JsonObject => ({ Version: '2012-10-17', Statement });

const replica = (name: string, Principal: JsonObject | string, fails: Contract['fails']): Contract => {
  const document = policy({ Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' });
  const PrimaryKeyArn = `arn:aws:kms:us-east-1:${account}:key/mrk-1`;
  return {
    name,
    template: { type: 'AWS::KMS::ReplicaKey', properties: { PrimaryKeyArn, KeyPolicy: document } },
    answer: {
      kind: 'kms:key',
      id: `arn:aws:kms:eu-west-1:${account}:key/mrk-1`,
      tags: {},
      data: {
        KeyId: 'mrk-1',
        KeyManager: 'CUSTOMER',
        KeyState: 'Enabled',
        KeySpec: 'SYMMETRIC_DEFAULT',
        Origin: 'AWS_KMS',
        MultiRegion: true,
        MultiRegionConfiguration: {
          MultiRegionKeyType: 'REPLICA',
          PrimaryKey: { Arn: PrimaryKeyArn, Region: 'us-east-1' },
          ReplicaKeys: [],
        },
        keyPolicy: JSON.stringify(document),
        keyRotationStatus: { enabled: true },
      },
    },
    fails,
  };
};

export const replicaKeyContracts: readonly Contract[] = [
  replica('for everybody', '*', ['kms/key-policy-closed']),
  replica('for every AWS account', { AWS: ['*'] }, ['kms/key-policy-closed']),
  replica('for the account', { AWS: iam('root') }, []),
];
