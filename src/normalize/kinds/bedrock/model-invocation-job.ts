import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const modelInvocationJob: Kind = {
  type: 'AWS::Bedrock::ModelInvocationJob',
  terraform: {
    aws_bedrock_model_invocation_job: { leftOut: { skip_destroy: ofProvider } },
  },
  api: {
    'bedrock:model-invocation-job': {},
  },
};
