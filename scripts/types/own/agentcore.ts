import type { CompactType } from '../shape.ts';
import { api } from './parts.ts';

const page = api('https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_');

/** What AgentCore and the Mantle endpoint have without a CloudFormation type. */
export const agentcore: Readonly<Record<string, CompactType>> = {
  'AWS::BedrockAgentCore::ConsentPortal': {
    source: page('CreateConsentPortal'),
    properties: {
      Description: 'string',
      ExecutionRoleArn: 'string!',
      IdpConfig: 'json!',
      Name: 'string!',
      Sources: 'list<json>!',
      Tags: 'map<string>',
    },
    names: ['Name'],
    tags: { property: 'Tags', shape: 'map' },
  },
  'AWS::BedrockAgentCore::TokenVaultCMK': {
    source: page('SetTokenVaultCMK'),
    properties: {
      KmsConfiguration: 'KmsConfiguration!',
      TokenVaultId: { type: 'string', default: 'default' },
    },
    definitions: {
      KmsConfiguration: {
        KeyType: { type: 'string!', values: ['CustomerManagedKey', 'ServiceManagedKey'] },
        KmsKeyArn: 'string',
      },
    },
  },
  'AWS::BedrockMantle::ProjectDataRetention': {
    source: 'https://docs.aws.amazon.com/bedrock/latest/userguide/data-retention.html',
    properties: {
      Mode: { type: 'string!', values: ['none', 'default', 'inherit', 'aws_review', 'provider_data_share'] },
      ProjectId: 'string!',
    },
  },
};
