import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const registry: Kind = {
  type: 'AWS::AgentRegistry::Registry',
  terraform: {
    aws_bedrockagentcore_registry: {
      rename: { authorizer_configuration: 'DiscoveryConfiguration.AuthorizerConfiguration' },
      leftOut: {
        'approval_configuration.auto_approval': noProperty,
        'authorizer_configuration.custom_jwt_authorizer.allowed_workload_configuration': noProperty,
        'authorizer_configuration.custom_jwt_authorizer.private_endpoint': noProperty,
        'authorizer_configuration.custom_jwt_authorizer.private_endpoint_overrides': noProperty,
      },
    },
  },
};
