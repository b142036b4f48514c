import type { Kind } from '../kind.ts';

export const agentCoreRuntime: Kind = {
  type: 'AWS::BedrockAgentCore::Runtime',
  terraform: {
    aws_bedrockagentcore_agent_runtime: {},
  },
};
