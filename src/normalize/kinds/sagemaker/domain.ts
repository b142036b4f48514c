import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const domain: Kind = {
  type: 'AWS::SageMaker::Domain',
  terraform: {
    aws_sagemaker_domain: {
      leftOut: {
        'default_space_settings.jupyter_lab_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_space_settings.jupyter_lab_app_settings.emr_settings': noProperty,
        'default_space_settings.jupyter_server_app_settings.code_repository': noProperty,
        'default_space_settings.jupyter_server_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_space_settings.kernel_gateway_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_user_settings.canvas_app_settings': noProperty,
        'default_user_settings.code_editor_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_user_settings.jupyter_lab_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_user_settings.jupyter_lab_app_settings.emr_settings': noProperty,
        'default_user_settings.jupyter_server_app_settings.code_repository': noProperty,
        'default_user_settings.jupyter_server_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_user_settings.kernel_gateway_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_user_settings.r_session_app_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'default_user_settings.tensor_board_app_settings': noProperty,
        'domain_settings.r_studio_server_pro_domain_settings.default_resource_spec.sagemaker_image_version_alias':
          noProperty,
        'domain_settings.trusted_identity_propagation_settings': noProperty,
        retention_policy: ofProvider,
      },
    },
  },
  api: {
    'sagemaker:domain': { names: ['DomainId'] },
  },
};
