import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const model: Kind = {
  type: 'AWS::SageMaker::Model',
  terraform: {
    aws_sagemaker_model: {
      rename: { name: 'ModelName' },
      leftOut: {
        'container.additional_model_data_source': noProperty,
        'primary_container.additional_model_data_source': noProperty,
      },
    },
  },
  api: {
    'sagemaker:model': {},
  },
};
