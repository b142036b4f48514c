import type { Kind } from '../kind.ts';

export const processingJob: Kind = {
  type: 'AWS::SageMaker::ProcessingJob',
  api: {
    'sagemaker:processing-job': { unseen: ['Environment'] },
  },
};
