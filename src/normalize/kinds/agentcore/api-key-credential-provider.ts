import type { Kind } from '../kind.ts';
import { ofProvider } from '../reasons.ts';

export const apiKeyCredentialProvider: Kind = {
  type: 'AWS::BedrockAgentCore::ApiKeyCredentialProvider',
  terraform: {
    aws_bedrockagentcore_api_key_credential_provider: {
      leftOut: { api_key_wo: 'the value, not kept in the state', api_key_wo_version: ofProvider },
    },
  },
  api: {
    'bedrock-agentcore:api-key-credential-provider': {
      unseen: ['ApiKey'],
    },
  },
};
