import type { Kind } from '../kind.ts';

export const imageVersion: Kind = {
  type: 'AWS::SageMaker::ImageVersion',
  terraform: {
    aws_sagemaker_image_version: {},
  },
};
