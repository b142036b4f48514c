import { byKey } from '../../terraform/by-key.ts';
import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const agent: Kind = {
  type: 'AWS::Bedrock::Agent',
  terraform: {
    aws_bedrockagent_agent: {
      rename: {
        'prompt_override_configuration.prompt_configurations.inference_configuration.max_length':
          'MaximumLength',
        prepare_agent: 'AutoPrepare',
        skip_resource_in_use_check: 'SkipResourceInUseCheckOnDelete',
      },
      defaults: { prepare_agent: true },
    },
    aws_bedrockagent_agent_action_group: {
      part: { of: 'agent_id', within: 'ActionGroups[]' },
      rename: {
        'function_schema.member_functions': '',
        skip_resource_in_use_check: 'SkipResourceInUseCheckOnDelete',
      },
      change: { 'function_schema.member_functions.functions.parameters': byKey },
      leftOut: { agent_version: noProperty, prepare_agent: ofProvider },
    },
    aws_bedrockagent_agent_knowledge_base_association: {
      part: { of: 'agent_id', within: 'KnowledgeBases[]' },
      leftOut: { agent_version: noProperty },
    },
    aws_bedrockagent_agent_collaborator: {
      part: { of: 'agent_id', within: 'AgentCollaborators[]' },
      leftOut: { agent_version: noProperty, prepare_agent: ofProvider },
    },
  },
  api: {
    'bedrock-agent:agent': {
      rename: {
        agentKnowledgeBases: 'KnowledgeBases',
        'actionGroups.parentActionSignature': 'ParentActionGroupSignature',
      },
      names: ['agentId'],
      unseen: ['Instruction'],
    },
  },
};
