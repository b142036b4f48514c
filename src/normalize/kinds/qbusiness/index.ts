import type { Kind } from '../kind.ts';

export const qBusinessIndex: Kind = {
  type: 'AWS::QBusiness::Index',
  api: {
    'qbusiness:index': { names: ['indexId'] },
  },
};
