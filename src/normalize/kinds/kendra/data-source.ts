import type { Kind } from '../kind.ts';

export const kendraDataSource: Kind = {
  type: 'AWS::Kendra::DataSource',
  terraform: {
    aws_kendra_data_source: { rename: { configuration: 'DataSourceConfiguration' } },
  },
  api: {
    'kendra:data-source': {
      rename: { Configuration: 'DataSourceConfiguration' },
      names: ['Id'],
    },
  },
};
