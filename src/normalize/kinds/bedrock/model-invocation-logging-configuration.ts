import type { Kind } from '../kind.ts';

export const modelInvocationLoggingConfiguration: Kind = {
  type: 'AWS::Bedrock::ModelInvocationLoggingConfiguration',
  terraform: {
    aws_bedrock_model_invocation_logging_configuration: {},
  },
};
