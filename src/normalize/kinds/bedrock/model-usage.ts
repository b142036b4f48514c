import type { Kind } from '../kind.ts';

export const modelUsage: Kind = {
  type: 'AWS::Bedrock::ModelUsage',
  api: {
    'cloudwatch:model-usage': {},
  },
};
