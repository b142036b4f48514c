import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const evaluator: Kind = {
  type: 'AWS::BedrockAgentCore::Evaluator',
  terraform: {
    aws_bedrockagentcore_evaluator: {
      leftOut: {
        'evaluator_config.llm_as_a_judge.model_config.bedrock_evaluator_model_config.inference_config.stop_sequences':
          noProperty,
      },
    },
  },
};
