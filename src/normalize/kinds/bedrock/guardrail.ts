import type { Kind } from '../kind.ts';

export const guardrail: Kind = {
  type: 'AWS::Bedrock::Guardrail',
  terraform: {
    aws_bedrock_guardrail: {},
  },
};
