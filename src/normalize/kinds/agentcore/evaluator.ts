import type { Kind } from '../kind.ts';

export const agentCoreEvaluator: Kind = {
  type: 'AWS::BedrockAgentCore::Evaluator',
  terraform: {
    aws_bedrockagentcore_evaluator: {},
  },
};
