import type { Kind } from '../kind.ts';

export const modelImportJob: Kind = {
  type: 'AWS::Bedrock::ModelImportJob',
  api: {
    'bedrock:model-import-job': {
      rename: { importedModelKmsKeyArn: 'ImportedModelKmsKeyId' },
    },
  },
};
