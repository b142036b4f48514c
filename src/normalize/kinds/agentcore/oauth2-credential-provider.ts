import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

const vendors = [
  'atlassian',
  'custom',
  'github',
  'google',
  'included',
  'linkedin',
  'microsoft',
  'salesforce',
  'slack',
] as const;

const notKept = 'the value, not kept in the state';

const writeOnly = Object.fromEntries(
  vendors.flatMap(vendor => {
    const block = `oauth2_provider_config.${vendor}_oauth2_provider_config`;
    return [
      [`${block}.client_credentials_wo_version`, ofProvider],
      [`${block}.client_id_wo`, notKept],
      [`${block}.client_secret_wo`, notKept],
    ];
  }),
);

export const oauth2CredentialProvider: Kind = {
  type: 'AWS::BedrockAgentCore::OAuth2CredentialProvider',
  terraform: {
    aws_bedrockagentcore_oauth2_credential_provider: {
      rename: { oauth2_provider_config: 'Oauth2ProviderConfigInput' },
      leftOut: {
        ...writeOnly,
        'oauth2_provider_config.custom_oauth2_provider_config.oauth_discovery.authorization_server_metadata.token_endpoint_auth_methods':
          noProperty,
        'oauth2_provider_config.microsoft_oauth2_provider_config.tenant_id_wo': notKept,
        'oauth2_provider_config.microsoft_oauth2_provider_config.tenant_id_wo_version': ofProvider,
      },
    },
  },
  api: {
    'bedrock-agentcore:oauth2-credential-provider': {
      unseen: ['Oauth2ProviderConfigInput'],
    },
  },
};
