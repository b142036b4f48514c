import type { Kind } from '../kind.ts';

export const intelligentPromptRouter: Kind = {
  type: 'AWS::Bedrock::IntelligentPromptRouter',
  api: {
    'bedrock:prompt-router': {},
  },
};
