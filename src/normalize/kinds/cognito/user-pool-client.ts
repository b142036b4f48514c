import type { Kind } from '../kind.ts';

export const userPoolClient: Kind = {
  type: 'AWS::Cognito::UserPoolClient',
  terraform: {
    aws_cognito_user_pool_client: { rename: { name: 'ClientName' } },
  },
};
