import type { Kind } from '../kind.ts';

export const modelPackageGroup: Kind = {
  type: 'AWS::SageMaker::ModelPackageGroup',
  terraform: {
    aws_sagemaker_model_package_group: {},
    aws_sagemaker_model_package_group_policy: {
      part: { of: 'model_package_group_name', sets: ['ModelPackageGroupPolicy'] },
      rename: { resource_policy: 'ModelPackageGroupPolicy' },
    },
  },
  api: {
    'sagemaker:model-package-group': {},
  },
};
