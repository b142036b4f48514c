import type { Kind } from '../kind.ts';

export const agentCoreGateway: Kind = {
  type: 'AWS::BedrockAgentCore::Gateway',
  terraform: {
    aws_bedrockagentcore_gateway: {},
  },
};
