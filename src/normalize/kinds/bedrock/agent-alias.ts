import type { Kind } from '../kind.ts';

export const agentAlias: Kind = {
  type: 'AWS::Bedrock::AgentAlias',
  terraform: {
    aws_bedrockagent_agent_alias: {},
  },
};
