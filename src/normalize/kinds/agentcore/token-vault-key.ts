import type { Kind } from '../kind.ts';

export const tokenVaultKey: Kind = {
  type: 'AWS::BedrockAgentCore::TokenVaultCMK',
  terraform: {
    aws_bedrockagentcore_token_vault_cmk: {},
  },
  api: {
    'bedrock-agentcore:token-vault': {},
  },
};
