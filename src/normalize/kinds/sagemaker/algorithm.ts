import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const algorithm: Kind = {
  type: 'AWS::SageMaker::Algorithm',
  terraform: {
    aws_sagemaker_algorithm: {
      leftOut: {
        'inference_specification.containers.additional_s3_data_source': noProperty,
        'inference_specification.containers.base_model': noProperty,
        'inference_specification.containers.model_data_etag': noProperty,
        'inference_specification.containers.model_data_source': noProperty,
        'inference_specification.containers.model_data_url': noProperty,
        'inference_specification.containers.product_id': noProperty,
        'training_specification.additional_s3_data_source': noProperty,
        validation_specification: noProperty,
      },
    },
  },
};
