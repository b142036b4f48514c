import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const runtime: Kind = {
  type: 'AWS::BedrockAgentCore::Runtime',
  terraform: {
    aws_bedrockagentcore_agent_runtime: {
      rename: {
        'protocol_configuration.server_protocol': 'ProtocolConfiguration',
        protocol_configuration: '',
      },
      leftOut: {
        'authorizer_configuration.custom_jwt_authorizer.allowed_workload_configuration': noProperty,
        'authorizer_configuration.custom_jwt_authorizer.private_endpoint_overrides': noProperty,
      },
    },
  },
  api: {
    'bedrock-agentcore:runtime': {
      rename: { 'protocolConfiguration.serverProtocol': 'ProtocolConfiguration' },
      lift: ['protocolConfiguration'],
      names: ['agentRuntimeId'],
    },
  },
};
