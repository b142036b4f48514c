import type { Kind } from '../kind.ts';

export const runtimeEndpoint: Kind = {
  type: 'AWS::BedrockAgentCore::RuntimeEndpoint',
  terraform: {
    aws_bedrockagentcore_agent_runtime_endpoint: {},
  },
  api: {
    'bedrock-agentcore:runtime-endpoint': {
      rename: { agentRuntimeArn: 'AgentRuntimeId', liveVersion: 'AgentRuntimeVersion' },
      names: ['id'],
    },
  },
};
