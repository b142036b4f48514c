import type { Kind } from '../kind.ts';

export const dataSource: Kind = {
  type: 'AWS::Bedrock::DataSource',
  terraform: {
    aws_bedrockagent_data_source: {},
  },
};
