import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const space: Kind = {
  type: 'AWS::SageMaker::Space',
  terraform: {
    aws_sagemaker_space: {
      leftOut: {
        'space_settings.code_editor_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'space_settings.jupyter_lab_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'space_settings.jupyter_server_app_settings.code_repository': noProperty,
        'space_settings.jupyter_server_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'space_settings.kernel_gateway_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
      },
    },
  },
  api: {
    'sagemaker:space': {},
  },
};
