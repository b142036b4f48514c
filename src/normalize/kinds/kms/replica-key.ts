import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const replicaKey: Kind = {
  type: 'AWS::KMS::ReplicaKey',
  terraform: {
    aws_kms_replica_key: {
      rename: { deletion_window_in_days: 'PendingWindowInDays', policy: 'KeyPolicy' },
      leftOut: { bypass_policy_lockout_safety_check: ofProvider },
    },
  },
};
