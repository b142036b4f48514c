import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const featureGroup: Kind = {
  type: 'AWS::SageMaker::FeatureGroup',
  terraform: {
    aws_sagemaker_feature_group: {
      leftOut: {
        'feature_definition.collection_config': noProperty,
        'feature_definition.collection_type': noProperty,
        'offline_store_config.s3_storage_config.resolved_output_s3_uri': noProperty,
      },
    },
  },
  api: {
    'sagemaker:feature-group': {},
  },
};
