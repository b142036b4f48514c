import type { Kind } from '../kind.ts';

export const agentCoreGatewayTarget: Kind = {
  type: 'AWS::BedrockAgentCore::GatewayTarget',
  terraform: {
    aws_bedrockagentcore_gateway_target: {},
  },
};
