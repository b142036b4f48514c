import { account, arn, sideBySide, tagList, tags } from './contract.ts';
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

export const closedRuntimeContracts: readonly Contract[] = [...runtimes, ...harnesses];
