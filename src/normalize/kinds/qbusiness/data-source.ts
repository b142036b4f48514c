import type { Kind } from '../kind.ts';

export const qBusinessDataSource: Kind = {
  type: 'AWS::QBusiness::DataSource',
  api: {
    'qbusiness:data-source': {
      names: ['dataSourceId'],
      unseen: ['Configuration'],
    },
  },
};
