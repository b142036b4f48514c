import type { Kind } from '../kind.ts';

export const importedModel: Kind = {
  type: 'AWS::Bedrock::ImportedModel',
  api: {
    'bedrock:imported-model': {},
  },
};
