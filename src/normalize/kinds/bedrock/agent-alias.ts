import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const agentAlias: Kind = {
  type: 'AWS::Bedrock::AgentAlias',
  terraform: {
    aws_bedrockagent_agent_alias: { leftOut: { 'routing_configuration.provisioned_throughput': noProperty } },
  },
  api: {
    'bedrock-agent:agent-alias': { names: ['agentAliasId'] },
  },
};
