import type { Kind } from '../kind.ts';

export const prompt: Kind = {
  type: 'AWS::Bedrock::Prompt',
  terraform: {
    aws_bedrockagent_prompt: {},
  },
  api: {
    'bedrock-agent:prompt': { names: ['id'] },
  },
};
