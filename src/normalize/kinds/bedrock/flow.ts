import type { Kind } from '../kind.ts';

export const flow: Kind = {
  type: 'AWS::Bedrock::Flow',
  terraform: {
    aws_bedrockagent_flow: {},
  },
};
