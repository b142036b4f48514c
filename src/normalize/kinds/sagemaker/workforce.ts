import type { Kind } from '../kind.ts';

export const workforce: Kind = {
  type: 'AWS::SageMaker::Workforce',
  terraform: {
    aws_sagemaker_workforce: {},
  },
};
