import type { ApiSpellings } from '../api-spelling.ts';

export const bedrockAgent: ApiSpellings = {
  'bedrock-agent:agent': {
    type: 'AWS::Bedrock::Agent',
    rename: {
      agentKnowledgeBases: 'KnowledgeBases',
      'actionGroups.parentActionSignature': 'ParentActionGroupSignature',
    },
    names: ['agentId'],
    unseen: ['Instruction'],
  },
  'bedrock-agent:agent-alias': { type: 'AWS::Bedrock::AgentAlias', names: ['agentAliasId'] },
  'bedrock-agent:knowledge-base': {
    type: 'AWS::Bedrock::KnowledgeBase',
    rename: {
      'knowledgeBaseConfiguration.vectorKnowledgeBaseConfiguration.supplementalDataStorageConfiguration.storageLocations':
        'SupplementalDataStorageLocations',
    },
    names: ['knowledgeBaseId'],
    further: {
      resourcePolicy: {
        type: 'AWS::Bedrock::KnowledgeBasePolicy',
        of: (answer, { data, id }) => ({
          KnowledgeBaseId: data['knowledgeBaseId'] ?? id,
          PolicyDocument: answer,
        }),
      },
    },
  },
  'bedrock-agent:data-source': { type: 'AWS::Bedrock::DataSource', names: ['dataSourceId'] },
  'bedrock-agent:flow': { type: 'AWS::Bedrock::Flow', names: ['id'] },
  'bedrock-agent:flow-alias': {
    type: 'AWS::Bedrock::FlowAlias',
    rename: { flowId: 'FlowArn' },
    names: ['id'],
  },
  'bedrock-agent:prompt': { type: 'AWS::Bedrock::Prompt', names: ['id'] },
  'bedrock-data-automation:project': { type: 'AWS::Bedrock::DataAutomationProject' },
  'bedrock-data-automation:blueprint': { type: 'AWS::Bedrock::Blueprint', unseen: ['Schema'] },
};
