import type { Kind } from '../kind.ts';
import { namePrefix, noProperty, ofProvider } from '../reasons.ts';

export const secret: Kind = {
  type: 'AWS::SecretsManager::Secret',
  terraform: {
    aws_secretsmanager_secret: {
      rename: { replica: 'ReplicaRegions' },
      apart: {
        policy: { type: 'AWS::SecretsManager::ResourcePolicy', of: 'SecretId', as: 'ResourcePolicy' },
      },
      leftOut: {
        force_overwrite_replica_secret: ofProvider,
        name_prefix: namePrefix,
        recovery_window_in_days: ofProvider,
        'replica.last_accessed_date': noProperty,
        'replica.status': noProperty,
        'replica.status_message': noProperty,
      },
    },
  },
  api: {
    'secretsmanager:secret': { unseen: ['SecretString'] },
  },
};
