import type { Kind } from '../kind.ts';

export const userPool: Kind = {
  type: 'AWS::Cognito::UserPool',
  terraform: {
    aws_cognito_user_pool: {
      rename: {
        'email_configuration.from_email_address': 'From',
        'email_mfa_configuration.message': 'EmailAuthenticationMessage',
        'email_mfa_configuration.subject': 'EmailAuthenticationSubject',
        email_mfa_configuration: '',
        name: 'UserPoolName',
        password_policy: 'Policies.PasswordPolicy',
        sign_in_policy: 'Policies.SignInPolicy',
        web_authn_configuration: '',
        'web_authn_configuration.relying_party_id': 'WebAuthnRelyingPartyID',
        'web_authn_configuration.user_verification': 'WebAuthnUserVerification',
      },
      leftOut: { software_token_mfa_configuration: 'one of EnabledMfas, which the provider does not list' },
    },
  },
};
