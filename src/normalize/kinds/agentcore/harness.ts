import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const harness: Kind = {
  type: 'AWS::BedrockAgentCore::Harness',
  terraform: {
    aws_bedrockagentcore_harness: {
      leftOut: {
        'authorizer_configuration.custom_jwt_authorizer.allowed_workload_configuration': noProperty,
        'authorizer_configuration.custom_jwt_authorizer.private_endpoint_overrides': noProperty,
        'model.bedrock_model_config.additional_params': noProperty,
        'model.gemini_model_config.additional_params': noProperty,
        'model.litellm_model_config.additional_params': noProperty,
        'model.openai_model_config.additional_params': noProperty,
      },
    },
  },
  api: {
    'bedrock-agentcore:harness': {
      names: ['harnessId'],
      unseen: ['SystemPrompt'],
    },
  },
};
