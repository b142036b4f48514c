import type { Kind } from '../kind.ts';

export const guardrailVersion: Kind = {
  type: 'AWS::Bedrock::GuardrailVersion',
  terraform: {
    aws_bedrock_guardrail_version: {},
  },
};
