import type { Kind } from '../kind.ts';

export const logsResourcePolicy: Kind = {
  type: 'AWS::Logs::ResourcePolicy',
  api: {
    'logs:resource-policy': {},
  },
};
