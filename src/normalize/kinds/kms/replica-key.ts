import type { Kind } from '../kind.ts';

export const replicaKey: Kind = {
  type: 'AWS::KMS::ReplicaKey',
  terraform: {
    aws_kms_replica_key: {},
  },
};
