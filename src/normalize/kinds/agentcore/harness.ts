import type { Kind } from '../kind.ts';

export const agentCoreHarness: Kind = {
  type: 'AWS::BedrockAgentCore::Harness',
  terraform: {
    aws_bedrockagentcore_harness: {},
  },
};
