import type { Kind } from '../kind.ts';

export const inferenceComponent: Kind = {
  type: 'AWS::SageMaker::InferenceComponent',
  api: {
    'sagemaker:inference-component': {
      rename: {
        'Specification.Container.DeployedImage': 'Image',
        'Specification.Container.DeployedImage.SpecifiedImage': 'Image',
        'Specifications.Container.DeployedImage.SpecifiedImage': 'Image',
        'RuntimeConfig.DesiredCopyCount': 'CopyCount',
        LastDeploymentConfig: 'DeploymentConfig',
      },
      lift: ['Specification.Container.DeployedImage', 'Specifications.Container.DeployedImage'],
    },
  },
};
