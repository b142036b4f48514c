import type { Kind } from '../kind.ts';

export const modelPackage: Kind = {
  type: 'AWS::SageMaker::ModelPackage',
  api: {
    'sagemaker:model-package': { unseen: ['ModelCard'] },
  },
};
