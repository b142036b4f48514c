import type { JsonObject } from '../../../model/observation.ts';
import { known } from '../../../model/value.ts';
import type { Dict } from '../../../model/value.ts';
import { objectIn, objectOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const key: Kind = {
  type: 'AWS::KMS::Key',
  terraform: {
    aws_kms_key: {
      rename: {
        customer_master_key_spec: 'KeySpec',
        deletion_window_in_days: 'PendingWindowInDays',
        is_enabled: 'Enabled',
        policy: 'KeyPolicy',
      },
      leftOut: { custom_key_store_id: noProperty, xks_key_id: noProperty },
    },
    aws_kms_external_key: {
      rename: { deletion_window_in_days: 'PendingWindowInDays', policy: 'KeyPolicy' },
      leftOut: { key_material_base64: 'the material of the key', valid_to: noProperty },
      reshape: imported,
    },
    aws_kms_key_policy: {
      part: { of: 'key_id', sets: ['KeyPolicy', 'BypassPolicyLockoutSafetyCheck'] },
      rename: { policy: 'KeyPolicy' },
    },
  },
  api: {
    'kms:key': {
      // Keys that AWS keeps for its services belong to nobody's templates; those that are being deleted encrypt nothing.
      type: {
        among: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
        of: data => {
          if (data['KeyManager'] === 'AWS' || isLeaving(data)) return undefined;
          const regions = objectIn(data, 'MultiRegionConfiguration') ?? {};
          return regions['MultiRegionKeyType'] === 'REPLICA' ? 'AWS::KMS::ReplicaKey' : 'AWS::KMS::Key';
        },
      },
      reshape: data => {
        const rotation = objectIn(data, 'keyRotationStatus') ?? {};
        const primary = objectIn(objectIn(data, 'MultiRegionConfiguration') ?? {}, 'PrimaryKey') ?? {};
        return objectOf({
          ...data,
          EnableKeyRotation: rotation['enabled'],
          RotationPeriodInDays: rotation['days'],
          PrimaryKeyArn: primary['Arn'],
        });
      },
      parts: { keyRotationStatus: ['EnableKeyRotation', 'RotationPeriodInDays'] },
      names: ['KeyId'],
    },
  },
};

const isLeaving = ({ KeyState: state }: JsonObject): boolean =>
  state === 'PendingDeletion' || state === 'PendingReplicaDeletion';

/** A key of which the material comes from outside. */
function imported(external: Dict): Dict {
  return { ...external, entries: new Map([...external.entries, ['Origin', known('EXTERNAL', external.at)]]) };
}
