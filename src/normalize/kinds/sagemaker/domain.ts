import type { Kind } from '../kind.ts';

export const domain: Kind = {
  type: 'AWS::SageMaker::Domain',
  terraform: {
    aws_sagemaker_domain: {},
  },
};
