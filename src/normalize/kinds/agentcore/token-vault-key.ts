import type { Kind } from '../kind.ts';

export const agentCoreTokenVaultKey: Kind = {
  type: 'AWS::BedrockAgentCore::TokenVaultCMK',
  terraform: {
    aws_bedrockagentcore_token_vault_cmk: {},
  },
};
