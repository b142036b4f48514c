import type { JsonObject } from '../../../../src/model/observation.ts';
import { reference } from '../../build.ts';
import { account, arn, key, sideBySide, tagList, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = `arn:aws:iam::${account}:role/agentcore`;
const core = (rest: string): string => arn('bedrock-agentcore', rest);
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', lastUpdatedAt: '2026-01-02T00:00:00.000Z' } as const;
const Vpc = { SecurityGroups: ['sg-1'], Subnets: ['subnet-1'] } as const;
const vpc = { securityGroups: ['sg-1'], subnets: ['subnet-1'] } as const;
const discovery = 'https://login.example.com/.well-known/openid-configuration';

const Jwt = (more: Declared['properties']) => ({
  AuthorizerConfiguration: { CustomJWTAuthorizer: { DiscoveryUrl: discovery, ...more } },
});
const jwt = (more: Answer['data']): Answer['data'] => ({
  authorizerConfiguration: { customJWTAuthorizer: { discoveryUrl: discovery, ...more } },
});

const Runtime = {
  AgentRuntimeName: 'r',
  RoleArn: role,
  AgentRuntimeArtifact: { ContainerConfiguration: { ContainerUri: 'x' } },
  Tags: tags,
} as const;
const runtimeAnswer = {
  agentRuntimeArn: core('runtime/r-abc'),
  agentRuntimeId: 'r-abc',
  agentRuntimeName: 'r',
  agentRuntimeVersion: '1',
  ...stamps,
  roleArn: role,
  status: 'READY',
  agentRuntimeArtifact: { containerConfiguration: { containerUri: 'x' } },
  workloadIdentityDetails: {
    workloadIdentityArn: core('workload-identity-directory/default/workload-identity/r'),
  },
  resourcePolicy: null,
} as const;

const runtime = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::BedrockAgentCore::Runtime',
      kind: 'bedrock-agentcore:runtime',
      id: core('runtime/r-abc'),
    },
    { ...Runtime, ...properties },
    { ...runtimeAnswer, ...data },
    { fails },
  );

const inVpc = { NetworkConfiguration: { NetworkMode: 'VPC', NetworkModeConfig: Vpc } } as const;
const inVpcAnswer = { networkConfiguration: { networkMode: 'VPC', networkModeConfig: vpc } } as const;

const runtimes: readonly Contract[] = [
  runtime(
    'closed',
    { ...inVpc, ...Jwt({ AllowedAudience: ['app'] }), EnvironmentVariables: { MODEL: 'x' } },
    {
      ...inVpcAnswer,
      ...jwt({ allowedAudience: ['app'], allowedClients: [] }),
      environmentVariables: { MODEL: '(not collected)' },
      lifecycleConfiguration: { idleRuntimeSessionTimeout: 900, maxLifetime: 28_800 },
      protocolConfiguration: { serverProtocol: 'HTTP' },
    },
    [],
  ),
  runtime(
    'that takes tokens for nobody in particular, from a certain client',
    { ...inVpc, ...Jwt({ AllowedClients: ['c'] }) },
    { ...inVpcAnswer, ...jwt({ allowedAudience: [], allowedClients: ['c'] }), environmentVariables: {} },
    [],
  ),
  runtime(
    'that takes tokens for nobody in particular, from any client',
    { ...inVpc, ...Jwt({}) },
    { ...inVpcAnswer, ...jwt({ allowedAudience: [], allowedClients: [] }) },
    ['agentcore/jwt-audience-restricted'],
  ),
  runtime(
    'that waits for long and lives for less',
    { ...inVpc, LifecycleConfiguration: { IdleRuntimeSessionTimeout: 7200, MaxLifetime: 3600 } },
    { ...inVpcAnswer, lifecycleConfiguration: { idleRuntimeSessionTimeout: 7200, maxLifetime: 3600 } },
    [],
  ),
  runtime(
    'with a secret named by its ARN',
    { ...inVpc, EnvironmentVariables: { DB_PASSWORD: arn('secretsmanager', 'secret:db') } },
    { ...inVpcAnswer, environmentVariables: { DB_PASSWORD: arn('secretsmanager', 'secret:db') } },
    [],
  ),
];

const harness = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::BedrockAgentCore::Harness',
      kind: 'bedrock-agentcore:harness',
      id: core('harness/h-abc'),
    },
    {
      HarnessName: 'h',
      ExecutionRoleArn: role,
      Model: { BedrockModelConfig: { ModelId: 'x' } },
      Tags: tagList,
      ...properties,
    },
    {
      harnessId: 'h-abc',
      harnessName: 'h',
      arn: core('harness/h-abc'),
      status: 'READY',
      executionRoleArn: role,
      model: { bedrockModelConfig: { modelId: 'x' } },
      resourcePolicy: null,
      ...data,
    },
    { fails },
  );

const environment = (network: Declared['properties'], idle: number, life: number) => ({
  Environment: {
    AgentCoreRuntimeEnvironment: {
      NetworkConfiguration: network,
      LifecycleConfiguration: { IdleRuntimeSessionTimeout: idle, MaxLifetime: life },
    },
  },
});
const environmentAnswer = (
  networkConfiguration: Answer['data'],
  idle: number,
  life: number,
): Answer['data'] => ({
  environment: {
    agentCoreRuntimeEnvironment: {
      networkConfiguration,
      lifecycleConfiguration: { idleRuntimeSessionTimeout: idle, maxLifetime: life },
    },
  },
});

const harnesses: readonly Contract[] = [
  harness(
    'closed',
    {
      ...environment({ NetworkMode: 'VPC', NetworkModeConfig: Vpc }, 900, 28_800),
      ...Jwt({ AllowedClients: ['c'] }),
    },
    {
      ...environmentAnswer({ networkMode: 'VPC', networkModeConfig: vpc }, 900, 28_800),
      ...jwt({ allowedClients: ['c'] }),
    },
    [],
  ),
  harness(
    'open, with a password, for every token, for two hours',
    {
      ...environment({ NetworkMode: 'PUBLIC' }, 7200, 28_800),
      ...Jwt({}),
      EnvironmentVariables: { API_KEY: 'abc' },
    },
    {
      ...environmentAnswer({ networkMode: 'PUBLIC' }, 7200, 28_800),
      ...jwt({}),
      environmentVariables: { API_KEY: '(not collected)' },
    },
    [
      'agentcore/jwt-audience-restricted',
      'agentcore/runtime-no-secrets',
      'agentcore/runtime-private-network',
      'agentcore/session-timeout',
    ],
  ),
];

const Gateway = { Name: 'g', RoleArn: role, ProtocolType: 'MCP', Tags: tags } as const;
const gatewayAnswer = {
  gatewayId: 'g-abc',
  gatewayArn: core('gateway/g-abc'),
  name: 'g',
  status: 'READY',
  roleArn: role,
  protocolType: 'MCP',
  createdAt: stamps.createdAt,
  resourcePolicy: null,
} as const;
const engine = core('policy-engine/p-abc');

const gateway = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::BedrockAgentCore::Gateway',
      kind: 'bedrock-agentcore:gateway',
      id: core('gateway/g-abc'),
    },
    { ...Gateway, ...properties },
    { ...gatewayAnswer, ...data },
    { fails },
  );

const gateways: readonly Contract[] = [
  gateway(
    'with a key, an authorizer and a policy engine',
    {
      KmsKeyArn: key,
      AuthorizerType: 'CUSTOM_JWT',
      ...Jwt({ AllowedAudience: ['app'] }),
      PolicyEngineConfiguration: { Arn: engine, Mode: 'ENFORCE' },
    },
    {
      kmsKeyArn: key,
      authorizerType: 'CUSTOM_JWT',
      ...jwt({ allowedAudience: ['app'] }),
      policyEngineConfiguration: { arn: engine, mode: 'ENFORCE' },
      protocolConfiguration: { mcp: { searchType: 'SEMANTIC' } },
      interceptorConfigurations: [],
    },
    [],
  ),
  gateway(
    'for every token, with a policy engine that only writes down',
    {
      KmsKeyArn: key,
      AuthorizerType: 'CUSTOM_JWT',
      ...Jwt({}),
      PolicyEngineConfiguration: { Arn: engine, Mode: 'LOG_ONLY' },
    },
    {
      kmsKeyArn: key,
      authorizerType: 'CUSTOM_JWT',
      ...jwt({}),
      policyEngineConfiguration: { arn: engine, mode: 'LOG_ONLY' },
    },
    ['agentcore/gateway-policy-enforced', 'agentcore/jwt-audience-restricted'],
  ),
  gateway(
    'for every signed caller, with a key that is empty',
    { AuthorizerType: 'AUTHENTICATE_ONLY' },
    { kmsKeyArn: '', authorizerType: 'AUTHENTICATE_ONLY', exceptionLevel: '' },
    ['agentcore/gateway-authorizer', 'agentcore/gateway-customer-key', 'agentcore/gateway-policy-enforced'],
  ),
];

const shared = (
  name: string,
  statement: JsonObject,
  fails: Contract['fails'],
  authorizer: { readonly Gateway: Declared['properties']; readonly gateway: Answer['data'] } = {
    Gateway: { AuthorizerType: 'AWS_IAM' },
    gateway: { authorizerType: 'AWS_IAM' },
  },
): Contract => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'bedrock-agentcore:InvokeGateway', Resource: '*', ...statement }],
  };
  return {
    name,
    template: {
      type: 'AWS::BedrockAgentCore::ResourcePolicy',
      properties: { ResourceArn: reference('g-abc', 'GatewayArn'), Policy: JSON.stringify(document) },
    },
    answer: {
      kind: 'bedrock-agentcore:gateway',
      id: core('gateway/g-abc'),
      data: { ...gatewayAnswer, ...authorizer.gateway, resourcePolicy: JSON.stringify(document) },
    },
    subject: `${core('gateway/g-abc')}#resourcePolicy`,
    around: {
      template: [
        {
          type: 'AWS::BedrockAgentCore::Gateway',
          key: 'g-abc',
          properties: { ...Gateway, ...authorizer.Gateway },
        },
      ],
      answers: [],
    },
    fails,
  };
};

const policies: readonly Contract[] = [
  shared(
    'for the organisation',
    { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } },
    [],
  ),
  shared('for a role of the account', { Principal: { AWS: role } }, []),
  shared('for another account', { Principal: { AWS: '999999999999' } }, ['agentcore/resource-policy-closed']),
  shared('for everybody with a token', { Principal: '*' }, [], {
    Gateway: { AuthorizerType: 'CUSTOM_JWT', ...Jwt({ AllowedClients: ['c'] }) },
    gateway: { authorizerType: 'CUSTOM_JWT', ...jwt({ allowedClients: ['c'] }) },
  }),
  {
    name: 'of a harness, for everybody with a token',
    template: {
      type: 'AWS::BedrockAgentCore::ResourcePolicy',
      properties: {
        ResourceArn: reference('h-abc', 'Arn'),
        Policy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
      },
    },
    answer: {
      kind: 'bedrock-agentcore:harness',
      id: core('harness/h-abc'),
      data: {
        harnessId: 'h-abc',
        harnessName: 'h',
        arn: core('harness/h-abc'),
        ...jwt({ allowedClients: ['c'] }),
        resourcePolicy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}',
      },
    },
    subject: `${core('harness/h-abc')}#resourcePolicy`,
    around: {
      template: [
        {
          type: 'AWS::BedrockAgentCore::Harness',
          key: 'h-abc',
          properties: { HarnessName: 'h', ExecutionRoleArn: role, ...Jwt({ AllowedClients: ['c'] }) },
        },
      ],
      answers: [],
    },
    fails: [],
  },
];

const memory = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  fails: Contract['fails'],
) =>
  sideBySide(
    {
      name,
      type: 'AWS::BedrockAgentCore::Memory',
      kind: 'bedrock-agentcore:memory',
      id: core('memory/m-abc'),
    },
    { Name: 'm', Tags: tags, ...properties },
    {
      arn: core('memory/m-abc'),
      id: 'm-abc',
      name: 'm',
      status: 'ACTIVE',
      createdAt: stamps.createdAt,
      ...data,
    },
    { fails },
  );

export const closedAgentCoreContracts: readonly Contract[] = [
  ...runtimes,
  ...harnesses,
  ...gateways,
  ...policies,
  memory(
    'that forgets in time, with a key',
    { EventExpiryDuration: 30, EncryptionKeyArn: key },
    { eventExpiryDuration: 30, encryptionKeyArn: key },
    [],
  ),
  memory('without a key', { EventExpiryDuration: 90 }, { eventExpiryDuration: 90, encryptionKeyArn: '' }, [
    'agentcore/memory-customer-key',
  ]),
  sideBySide(
    {
      name: 'in public',
      type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
      kind: 'bedrock-agentcore:code-interpreter',
      id: core('code-interpreter-custom/c-abc'),
    },
    { Name: 'c', NetworkConfiguration: { NetworkMode: 'PUBLIC' }, Tags: tags },
    {
      codeInterpreterId: 'c-abc',
      codeInterpreterArn: core('code-interpreter-custom/c-abc'),
      name: 'c',
      status: 'READY',
      networkConfiguration: { networkMode: 'PUBLIC' },
    },
    { fails: ['agentcore/tool-network'] },
  ),
];
