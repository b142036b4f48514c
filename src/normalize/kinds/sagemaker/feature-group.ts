import type { Kind } from '../kind.ts';

export const featureGroup: Kind = {
  type: 'AWS::SageMaker::FeatureGroup',
  terraform: {
    aws_sagemaker_feature_group: {},
  },
};
