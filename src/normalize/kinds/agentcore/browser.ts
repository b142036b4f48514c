import type { Kind } from '../kind.ts';

export const agentCoreBrowser: Kind = {
  type: 'AWS::BedrockAgentCore::BrowserCustom',
  terraform: {
    aws_bedrockagentcore_browser: {},
  },
};
