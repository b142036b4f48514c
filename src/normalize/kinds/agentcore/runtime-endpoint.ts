import type { Kind } from '../kind.ts';

export const agentCoreRuntimeEndpoint: Kind = {
  type: 'AWS::BedrockAgentCore::RuntimeEndpoint',
  terraform: {
    aws_bedrockagentcore_agent_runtime_endpoint: {},
  },
};
