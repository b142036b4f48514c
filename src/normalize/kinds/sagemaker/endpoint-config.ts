import type { Kind } from '../kind.ts';
import { namePrefix } from '../reasons.ts';

export const endpointConfig: Kind = {
  type: 'AWS::SageMaker::EndpointConfig',
  terraform: {
    aws_sagemaker_endpoint_configuration: {
      rename: { kms_key_arn: 'KmsKeyId', name: 'EndpointConfigName' },
      defaults: { 'data_capture_config.enable_capture': false },
      leftOut: { name_prefix: namePrefix },
    },
  },
  api: {
    'sagemaker:endpoint-config': {},
  },
};
