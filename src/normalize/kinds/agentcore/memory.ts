import type { Kind } from '../kind.ts';

export const agentCoreMemory: Kind = {
  type: 'AWS::BedrockAgentCore::Memory',
  terraform: {
    aws_bedrockagentcore_memory: {},
    aws_bedrockagentcore_memory_strategy: {},
  },
};
