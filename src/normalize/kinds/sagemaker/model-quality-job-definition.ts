import type { Kind } from '../kind.ts';

export const modelQualityJobDefinition: Kind = {
  type: 'AWS::SageMaker::ModelQualityJobDefinition',
  api: {
    'sagemaker:model-quality-job-definition': {},
  },
};
