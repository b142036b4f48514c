import type { Kind } from '../kind.ts';

export const plugin: Kind = {
  type: 'AWS::QBusiness::Plugin',
  api: {
    'qbusiness:plugin': { names: ['pluginId'] },
  },
};
