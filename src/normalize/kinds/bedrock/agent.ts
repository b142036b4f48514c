import type { Kind } from '../kind.ts';

export const agent: Kind = {
  type: 'AWS::Bedrock::Agent',
  terraform: {
    aws_bedrockagent_agent: {},
    aws_bedrockagent_agent_action_group: {},
    aws_bedrockagent_agent_knowledge_base_association: {},
    aws_bedrockagent_agent_collaborator: {},
  },
};
