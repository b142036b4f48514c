import type { JsonObject } from '../../../../src/model/observation.ts';
import { reference } from '../../build.ts';
import { account, arn, key, sideBySide, tags } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const role = `arn:aws:iam::${account}:role/agentcore`;
const core = (rest: string): string => arn('bedrock-agentcore', rest);
const stamps = { createdAt: '2026-01-01T00:00:00.000Z', lastUpdatedAt: '2026-01-02T00:00:00.000Z' } as const;
const discovery = 'https://login.example.com/.well-known/openid-configuration';

const Jwt = (more: Declared['properties']) => ({
  AuthorizerConfiguration: { CustomJWTAuthorizer: { DiscoveryUrl: discovery, ...more } },
});
const jwt = (more: Answer['data']): Answer['data'] => ({
  authorizerConfiguration: { customJWTAuthorizer: { discoveryUrl: discovery, ...more } },
});

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

export const closedGatewayContracts: readonly Contract[] = [
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
