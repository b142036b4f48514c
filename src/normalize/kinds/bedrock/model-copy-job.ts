import type { Kind } from '../kind.ts';

export const modelCopyJob: Kind = {
  type: 'AWS::Bedrock::ModelCopyJob',
  api: {
    'bedrock:model-copy-job': {
      rename: { targetModelKmsKeyArn: 'ModelKmsKeyId' },
    },
  },
};
