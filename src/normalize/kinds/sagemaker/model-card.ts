import type { Kind } from '../kind.ts';

export const modelCard: Kind = {
  type: 'AWS::SageMaker::ModelCard',
  terraform: {
    aws_sagemaker_model_card: {},
  },
};
