import type { Kind } from '../kind.ts';

export const notebookInstance: Kind = {
  type: 'AWS::SageMaker::NotebookInstance',
  terraform: {
    aws_sagemaker_notebook_instance: {},
  },
};
