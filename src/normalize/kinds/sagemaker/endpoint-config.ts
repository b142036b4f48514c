import type { Kind } from '../kind.ts';

export const endpointConfig: Kind = {
  type: 'AWS::SageMaker::EndpointConfig',
  terraform: {
    aws_sagemaker_endpoint_configuration: {},
  },
};
