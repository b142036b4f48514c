import type { Kind } from '../kind.ts';

export const modelInvocationLoggingConfiguration: Kind = {
  type: 'AWS::Bedrock::ModelInvocationLoggingConfiguration',
  terraform: {
    aws_bedrock_model_invocation_logging_configuration: {
      rename: { logging_config: '' },
      defaults: {
        'logging_config.embedding_data_delivery_enabled': true,
        'logging_config.image_data_delivery_enabled': true,
        'logging_config.text_data_delivery_enabled': true,
        'logging_config.video_data_delivery_enabled': true,
      },
    },
  },
  api: {
    'bedrock:invocation-logging': {},
  },
};
