import type { Kind } from '../kind.ts';

export const knowledgeBase: Kind = {
  type: 'AWS::Bedrock::KnowledgeBase',
  terraform: {
    aws_bedrockagent_knowledge_base: {},
  },
};
