import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const appImageConfig: Kind = {
  type: 'AWS::SageMaker::AppImageConfig',
  terraform: {
    aws_sagemaker_app_image_config: {
      rename: { jupyter_lab_image_config: 'JupyterLabAppImageConfig' },
      leftOut: {
        'code_editor_app_image_config.file_system_config': noProperty,
        'jupyter_lab_image_config.file_system_config': noProperty,
      },
    },
  },
};
