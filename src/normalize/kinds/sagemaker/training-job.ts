import type { Kind } from '../kind.ts';

export const trainingJob: Kind = {
  type: 'AWS::SageMaker::TrainingJob',
  terraform: {
    aws_sagemaker_training_job: {},
  },
};
