import { without } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const evaluationJob: Kind = {
  type: 'AWS::Bedrock::EvaluationJob',
  terraform: {
    aws_bedrock_evaluation_job: { leftOut: { skip_destroy: ofProvider } },
  },
  api: {
    'bedrock:evaluation-job': {
      reshape: data => without(data, 'evaluationConfig', 'inferenceConfig'),
      unseen: ['EvaluationConfig', 'InferenceConfig'],
    },
  },
};
