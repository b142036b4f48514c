import type { Kind } from '../kind.ts';

export const hub: Kind = {
  type: 'AWS::SageMaker::Hub',
  terraform: {
    aws_sagemaker_hub: {},
  },
  api: {
    'sagemaker:hub': {},
  },
};
