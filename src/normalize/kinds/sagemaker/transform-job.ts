import type { Kind } from '../kind.ts';

export const transformJob: Kind = {
  type: 'AWS::SageMaker::TransformJob',
  api: {
    'sagemaker:transform-job': { unseen: ['Environment'] },
  },
};
