import type { Kind } from '../kind.ts';

export const gatewayRule: Kind = {
  type: 'AWS::BedrockAgentCore::GatewayRule',
  terraform: {
    aws_bedrockagentcore_gateway_rule: {},
  },
};
