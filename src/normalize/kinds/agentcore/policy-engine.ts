import type { Kind } from '../kind.ts';

export const policyEngine: Kind = {
  type: 'AWS::BedrockAgentCore::PolicyEngine',
  terraform: {
    aws_bedrockagentcore_policy_engine: {},
  },
  api: {
    'bedrock-agentcore:policy-engine': {
      names: ['policyEngineId'],
    },
  },
};
