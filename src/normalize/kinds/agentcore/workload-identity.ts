import type { Kind } from '../kind.ts';

export const workloadIdentity: Kind = {
  type: 'AWS::BedrockAgentCore::WorkloadIdentity',
  terraform: {
    aws_bedrockagentcore_workload_identity: {},
  },
  api: {
    'bedrock-agentcore:workload-identity': {
      unseen: ['AllowedResourceOauth2ReturnUrls'],
    },
  },
};
