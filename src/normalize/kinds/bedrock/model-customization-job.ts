import type { Kind } from '../kind.ts';

export const modelCustomizationJob: Kind = {
  type: 'AWS::Bedrock::ModelCustomizationJob',
  api: {
    'bedrock:model-customization-job': {
      rename: {
        baseModelArn: 'BaseModelIdentifier',
        outputModelName: 'CustomModelName',
        outputModelKmsKeyArn: 'CustomModelKmsKeyId',
      },
      unseen: ['HyperParameters'],
    },
  },
};
