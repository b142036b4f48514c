import type { Kind } from '../kind.ts';

export const notebookInstance: Kind = {
  type: 'AWS::SageMaker::NotebookInstance',
  terraform: {
    aws_sagemaker_notebook_instance: {
      rename: {
        name: 'NotebookInstanceName',
        security_groups: 'SecurityGroupIds',
        volume_size: 'VolumeSizeInGB',
      },
    },
  },
  api: {
    'sagemaker:notebook-instance': {
      rename: {
        SecurityGroups: 'SecurityGroupIds',
        NotebookInstanceLifecycleConfigName: 'LifecycleConfigName',
      },
    },
  },
};
