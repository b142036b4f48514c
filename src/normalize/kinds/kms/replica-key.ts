import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const replicaKey: Kind = {
  type: 'AWS::KMS::ReplicaKey',
  terraform: {
    aws_kms_replica_key: {
      rename: { deletion_window_in_days: 'PendingWindowInDays', policy: 'KeyPolicy' },
      leftOut: { bypass_policy_lockout_safety_check: ofProvider },
    },
    aws_kms_replica_external_key: {
      rename: { deletion_window_in_days: 'PendingWindowInDays', policy: 'KeyPolicy' },
      leftOut: {
        bypass_policy_lockout_safety_check: ofProvider,
        key_material_base64: 'the material of the key',
        valid_to: noProperty,
      },
    },
  },
};
