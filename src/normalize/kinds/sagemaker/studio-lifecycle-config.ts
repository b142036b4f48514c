import type { Kind } from '../kind.ts';

export const studioLifecycleConfig: Kind = {
  type: 'AWS::SageMaker::StudioLifecycleConfig',
  terraform: {
    aws_sagemaker_studio_lifecycle_config: {},
  },
};
