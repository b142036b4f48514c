import type { Kind } from '../kind.ts';

export const agentCorePolicy: Kind = {
  type: 'AWS::BedrockAgentCore::Policy',
  terraform: {
    aws_bedrockagentcore_policy: {},
  },
};
