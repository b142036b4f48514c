import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const userProfile: Kind = {
  type: 'AWS::SageMaker::UserProfile',
  terraform: {
    aws_sagemaker_user_profile: {
      leftOut: {
        'user_settings.canvas_app_settings': noProperty,
        'user_settings.code_editor_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'user_settings.jupyter_lab_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'user_settings.jupyter_server_app_settings.code_repository': noProperty,
        'user_settings.jupyter_server_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'user_settings.kernel_gateway_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'user_settings.r_session_app_settings': noProperty,
        'user_settings.tensor_board_app_settings': noProperty,
      },
    },
  },
  api: {
    'sagemaker:user-profile': {},
  },
};
