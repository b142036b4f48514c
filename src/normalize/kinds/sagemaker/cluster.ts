import type { Kind } from '../kind.ts';

export const cluster: Kind = {
  type: 'AWS::SageMaker::Cluster',
  api: {
    'sagemaker:cluster': {
      rename: {
        'InstanceGroups.TargetCount': 'InstanceCount',
        'InstanceGroups.MinCount': 'MinInstanceCount',
        'InstanceGroups.DesiredImageId': 'ImageId',
        'RestrictedInstanceGroups.TargetCount': 'InstanceCount',
      },
    },
  },
};
