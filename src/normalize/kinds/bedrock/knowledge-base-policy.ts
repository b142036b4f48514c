import type { Kind } from '../kind.ts';

export const knowledgeBasePolicy: Kind = {
  type: 'AWS::Bedrock::KnowledgeBasePolicy',
  api: {
    'bedrock-agent:knowledge-base': {
      within: 'resourcePolicy',
      of: (answer, { data, id }) => ({
        KnowledgeBaseId: data['knowledgeBaseId'] ?? id,
        PolicyDocument: answer,
      }),
    },
  },
};
