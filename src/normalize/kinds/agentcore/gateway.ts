import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const gateway: Kind = {
  type: 'AWS::BedrockAgentCore::Gateway',
  terraform: {
    aws_bedrockagentcore_gateway: {
      leftOut: {
        'authorizer_configuration.custom_jwt_authorizer.allowed_workload_configuration': noProperty,
        'authorizer_configuration.custom_jwt_authorizer.private_endpoint_overrides': noProperty,
      },
    },
  },
  api: {
    'bedrock-agentcore:gateway': {
      names: ['gatewayId'],
    },
  },
};
