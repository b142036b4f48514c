import { known } from '../../../model/value.ts';
import type { Value } from '../../../model/value.ts';
import { byKey } from '../../terraform/by-key.ts';
import { mapItems } from '../../terraform/map-items.ts';
import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const gatewayTarget: Kind = {
  type: 'AWS::BedrockAgentCore::GatewayTarget',
  terraform: {
    aws_bedrockagentcore_gateway_target: {
      rename: {
        'target_configuration.http.agentcore_runtime.schema.source.inline_payload': '',
        'target_configuration.http.agentcore_runtime.schema.source.inline_payload.payload': 'InlinePayload',
        'target_configuration.http.passthrough.schema.source.inline_payload': '',
        'target_configuration.http.passthrough.schema.source.inline_payload.payload': 'InlinePayload',
        'target_configuration.mcp.mcp_server.mcp_tool_schema.inline_payload': '',
        'target_configuration.mcp.mcp_server.mcp_tool_schema.inline_payload.payload': 'InlinePayload',
        'target_configuration.mcp.open_api_schema.inline_payload': '',
        'target_configuration.mcp.open_api_schema.inline_payload.payload': 'InlinePayload',
        'target_configuration.mcp.smithy_model.inline_payload': '',
        'target_configuration.mcp.smithy_model.inline_payload.payload': 'InlinePayload',
        'credential_provider_configuration.api_key': 'CredentialProvider.ApiKeyCredentialProvider',
        'credential_provider_configuration.caller_iam_credentials':
          'CredentialProvider.IamCredentialProvider',
        'credential_provider_configuration.gateway_iam_role': 'CredentialProvider.IamCredentialProvider',
        'credential_provider_configuration.oauth': 'CredentialProvider.OauthCredentialProvider',
        'target_configuration.mcp.lambda.tool_schema.inline_payload.input_schema.property': 'Properties',
        'target_configuration.mcp.lambda.tool_schema.inline_payload.input_schema.items.property':
          'Properties',
        'target_configuration.mcp.lambda.tool_schema.inline_payload.output_schema.property': 'Properties',
        'target_configuration.mcp.lambda.tool_schema.inline_payload.output_schema.items.property':
          'Properties',
      },
      leftOut: {
        'credential_provider_configuration.jwt_passthrough': noProperty,
        'target_configuration.http.passthrough.static_query_parameter_conflict_resolution': noProperty,
        'target_configuration.http.passthrough.static_query_parameters': noProperty,
        'target_configuration.http.passthrough.stickiness_configuration.composite_identifier': noProperty,
        'target_configuration.mcp.connector.source.version': noProperty,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.input_schema.items.items.items_json':
          noProperty,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.input_schema.items.items.properties_json':
          noProperty,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.output_schema.items.items.items_json':
          noProperty,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.output_schema.items.items.properties_json':
          noProperty,
      },
      change: {
        credential_provider_configuration: withType,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.input_schema.property': byName,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.input_schema.items.property': byName,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.output_schema.property': byName,
        'target_configuration.mcp.lambda.tool_schema.inline_payload.output_schema.items.property': byName,
      },
    },
  },
  api: {
    'bedrock-agentcore:gateway-target': {
      rename: { gatewayArn: 'GatewayIdentifier' },
      names: ['targetId'],
    },
  },
};

function byName(value: Value): Value {
  return byKey(value, { key: 'name' });
}

/** Which block is there says of what type the credentials are. */
const types: Readonly<Record<string, string>> = {
  api_key: 'API_KEY',
  caller_iam_credentials: 'CALLER_IAM_CREDENTIALS',
  gateway_iam_role: 'GATEWAY_IAM_ROLE',
  jwt_passthrough: 'JWT_PASSTHROUGH',
  oauth: 'OAUTH',
};

function withType(blocks: Value): Value {
  return mapItems(blocks, block => {
    if (block.kind !== 'dict') return block;
    const [only, ...others] = Object.keys(types).filter(name => block.entries.get(name)?.kind === 'list');
    if (only === undefined || others.length > 0) return block;
    const type = known(types[only] ?? only, block.at);
    return { ...block, entries: new Map([...block.entries, ['CredentialProviderType', type]]) };
  });
}
