import type { Kind } from '../kind.ts';

export const memory: Kind = {
  type: 'AWS::BedrockAgentCore::Memory',
  terraform: {
    aws_bedrockagentcore_memory: {},
  },
};
