import type { Kind } from '../kind.ts';

export const evaluationJob: Kind = {
  type: 'AWS::Bedrock::EvaluationJob',
  terraform: {
    aws_bedrock_evaluation_job: {},
  },
};
