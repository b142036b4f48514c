import type { Kind } from '../kind.ts';

export const retriever: Kind = {
  type: 'AWS::QBusiness::Retriever',
  api: {
    'qbusiness:retriever': { names: ['retrieverId'] },
  },
};
