import type { Kind } from '../kind.ts';

export const image: Kind = {
  type: 'AWS::SageMaker::Image',
  terraform: {
    aws_sagemaker_image: {
      rename: { description: 'ImageDescription', display_name: 'ImageDisplayName', role_arn: 'ImageRoleArn' },
    },
  },
};
