import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const flow: Kind = {
  type: 'AWS::Bedrock::Flow',
  terraform: {
    aws_bedrockagent_flow: {
      leftOut: {
        'definition.node.configuration.prompt.source_configuration.inline.additional_model_request_fields':
          noProperty,
        'definition.node.configuration.prompt.source_configuration.inline.template_configuration.chat':
          noProperty,
        'definition.node.configuration.prompt.source_configuration.inline.template_configuration.text.cache_point':
          noProperty,
      },
    },
  },
  api: {
    'bedrock-agent:flow': { names: ['id'] },
  },
};
