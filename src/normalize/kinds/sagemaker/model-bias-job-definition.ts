import type { Kind } from '../kind.ts';

export const modelBiasJobDefinition: Kind = {
  type: 'AWS::SageMaker::ModelBiasJobDefinition',
  api: {
    'sagemaker:model-bias-job-definition': {},
  },
};
