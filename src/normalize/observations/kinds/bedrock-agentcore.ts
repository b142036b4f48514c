import type { ApiSpelling, ApiSpellings, FurtherSpelling } from '../api-spelling.ts';

const resourcePolicy: FurtherSpelling = {
  type: 'AWS::BedrockAgentCore::ResourcePolicy',
  of: (answer, { id }) => ({ ResourceArn: id, Policy: answer }),
};

const certificates: ApiSpelling['rename'] = { 'certificates.location': 'CertificateLocation' };

const certificateLift = ['certificates.location.secretsManager', 'enterprisePolicies.location.s3'] as const;

export const bedrockAgentCore: ApiSpellings = {
  'bedrock-agentcore:runtime': {
    type: 'AWS::BedrockAgentCore::Runtime',
    rename: { 'protocolConfiguration.serverProtocol': 'ProtocolConfiguration' },
    lift: ['protocolConfiguration'],
    names: ['agentRuntimeId'],
    further: { resourcePolicy },
  },
  'bedrock-agentcore:runtime-endpoint': {
    type: 'AWS::BedrockAgentCore::RuntimeEndpoint',
    rename: { agentRuntimeArn: 'AgentRuntimeId', liveVersion: 'AgentRuntimeVersion' },
    names: ['id'],
  },
  'bedrock-agentcore:gateway': {
    type: 'AWS::BedrockAgentCore::Gateway',
    names: ['gatewayId'],
    further: { resourcePolicy },
  },
  'bedrock-agentcore:gateway-target': {
    type: 'AWS::BedrockAgentCore::GatewayTarget',
    rename: { gatewayArn: 'GatewayIdentifier' },
    names: ['targetId'],
  },
  'bedrock-agentcore:memory': {
    type: 'AWS::BedrockAgentCore::Memory',
    names: ['id'],
    unseen: ['MemoryStrategies'],
  },
  'bedrock-agentcore:browser': {
    type: 'AWS::BedrockAgentCore::BrowserCustom',
    rename: { ...certificates, recording: 'RecordingConfig' },
    lift: certificateLift,
    names: ['browserId'],
  },
  'bedrock-agentcore:code-interpreter': {
    type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
    rename: certificates,
    lift: certificateLift,
    names: ['codeInterpreterId'],
  },
  'bedrock-agentcore:harness': {
    type: 'AWS::BedrockAgentCore::Harness',
    names: ['harnessId'],
    unseen: ['SystemPrompt'],
    further: { resourcePolicy },
  },
  'bedrock-agentcore:policy-engine': {
    type: 'AWS::BedrockAgentCore::PolicyEngine',
    names: ['policyEngineId'],
  },
  'bedrock-agentcore:workload-identity': {
    type: 'AWS::BedrockAgentCore::WorkloadIdentity',
    unseen: ['AllowedResourceOauth2ReturnUrls'],
  },
  'bedrock-agentcore:api-key-credential-provider': {
    type: 'AWS::BedrockAgentCore::ApiKeyCredentialProvider',
    unseen: ['ApiKey'],
  },
  'bedrock-agentcore:oauth2-credential-provider': {
    type: 'AWS::BedrockAgentCore::OAuth2CredentialProvider',
    unseen: ['Oauth2ProviderConfigInput'],
  },
  'bedrock-agentcore:token-vault': { type: 'AWS::BedrockAgentCore::TokenVaultCMK' },
};
