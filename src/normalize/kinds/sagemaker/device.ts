import type { Kind } from '../kind.ts';

export const device: Kind = {
  type: 'AWS::SageMaker::Device',
  terraform: {
    aws_sagemaker_device: {},
  },
};
