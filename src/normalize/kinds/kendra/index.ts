import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const kendraIndex: Kind = {
  type: 'AWS::Kendra::Index',
  terraform: {
    aws_kendra_index: {
      rename: {
        document_metadata_configuration_updates: 'DocumentMetadataConfigurations',
        'user_token_configurations.jwt_token_type_configuration.secrets_manager_arn': 'SecretManagerArn',
      },
      leftOut: {
        'document_metadata_configuration_updates.relevance.values_importance_map':
          'a list of values in CloudFormation',
        user_group_resolution_configuration: noProperty,
      },
    },
  },
  api: {
    'kendra:index': { names: ['Id'] },
  },
};
