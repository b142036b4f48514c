import type { Kind } from '../kind.ts';

export const humanTaskUi: Kind = {
  type: 'AWS::SageMaker::HumanTaskUi',
  terraform: {
    aws_sagemaker_human_task_ui: {},
  },
};
