import type { Kind } from '../kind.ts';

export const model: Kind = {
  type: 'AWS::SageMaker::Model',
  terraform: {
    aws_sagemaker_model: {},
  },
};
