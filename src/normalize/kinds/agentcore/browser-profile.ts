import type { Kind } from '../kind.ts';

export const browserProfile: Kind = {
  type: 'AWS::BedrockAgentCore::BrowserProfile',
  terraform: {
    aws_bedrockagentcore_browser_profile: {},
  },
};
