import type { Kind } from '../kind.ts';

export const secret: Kind = {
  type: 'AWS::SecretsManager::Secret',
  terraform: {
    aws_secretsmanager_secret: {},
  },
};
