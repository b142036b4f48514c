import type { Kind } from '../kind.ts';

export const agentCoreResourcePolicy: Kind = {
  type: 'AWS::BedrockAgentCore::ResourcePolicy',
  terraform: {
    aws_bedrockagentcore_resource_policy: {},
  },
};
