import type { Kind } from '../kind.ts';

export const modelInvocationJob: Kind = {
  type: 'AWS::Bedrock::ModelInvocationJob',
  terraform: {
    aws_bedrock_model_invocation_job: {},
  },
};
