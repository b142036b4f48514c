import type { Kind } from '../kind.ts';

export const userPool: Kind = {
  type: 'AWS::Cognito::UserPool',
  terraform: {
    aws_cognito_user_pool: {},
  },
};
