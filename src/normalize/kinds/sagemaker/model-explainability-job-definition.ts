import type { Kind } from '../kind.ts';

export const modelExplainabilityJobDefinition: Kind = {
  type: 'AWS::SageMaker::ModelExplainabilityJobDefinition',
  api: {
    'sagemaker:model-explainability-job-definition': {},
  },
};
