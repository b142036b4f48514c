import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const workteam: Kind = {
  type: 'AWS::SageMaker::Workteam',
  terraform: {
    aws_sagemaker_workteam: {
      rename: {
        'member_definition.cognito_member_definition.client_id': 'CognitoClientId',
        'member_definition.cognito_member_definition.user_group': 'CognitoUserGroup',
        'member_definition.cognito_member_definition.user_pool': 'CognitoUserPool',
        'member_definition.oidc_member_definition.groups': 'OidcGroups',
      },
      leftOut: { worker_access_configuration: noProperty },
    },
  },
};
