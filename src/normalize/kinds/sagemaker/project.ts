import type { Kind } from '../kind.ts';

export const project: Kind = {
  type: 'AWS::SageMaker::Project',
  terraform: {
    aws_sagemaker_project: {},
  },
};
