import { reference } from '../../build.ts';
import { arn, key, tagList, tags } from './contract.ts';
import type { Contract } from './contract.ts';

const role = 'arn:aws:iam::111122223333:role/agentcore';
const open =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"bedrock-agentcore:InvokeGateway","Resource":"*"}]}';
const core = (rest: string): string => arn('bedrock-agentcore', rest);

export const agentCoreContracts: readonly Contract[] = [
  {
    name: 'in public, with a password among its variables, for every token',
    template: {
      type: 'AWS::BedrockAgentCore::Runtime',
      properties: {
        AgentRuntimeName: 'r',
        RoleArn: role,
        AgentRuntimeArtifact: { ContainerConfiguration: { ContainerUri: 'x' } },
        NetworkConfiguration: { NetworkMode: 'PUBLIC' },
        ProtocolConfiguration: 'MCP',
        LifecycleConfiguration: { IdleRuntimeSessionTimeout: 7200, MaxLifetime: 28800 },
        EnvironmentVariables: { DB_PASSWORD: 'hunter2', MODEL: 'x' },
        AuthorizerConfiguration: { CustomJWTAuthorizer: { DiscoveryUrl: 'https://x', AllowedScopes: ['a'] } },
        Tags: tags,
      },
    },
    answer: {
      kind: 'bedrock-agentcore:runtime',
      id: core('runtime/r-abc'),
      tags,
      data: {
        agentRuntimeArn: core('runtime/r-abc'),
        agentRuntimeId: 'r-abc',
        agentRuntimeName: 'r',
        agentRuntimeVersion: '1',
        roleArn: role,
        agentRuntimeArtifact: { containerConfiguration: { containerUri: 'x' } },
        networkConfiguration: { networkMode: 'PUBLIC' },
        protocolConfiguration: { serverProtocol: 'MCP' },
        lifecycleConfiguration: { idleRuntimeSessionTimeout: 7200, maxLifetime: 28800 },
        environmentVariables: { DB_PASSWORD: '(not collected)', MODEL: '(not collected)' },
        authorizerConfiguration: { customJWTAuthorizer: { discoveryUrl: 'https://x', allowedScopes: ['a'] } },
        resourcePolicy: null,
        status: 'READY',
      },
    },
    fails: [
      'agentcore/jwt-audience-restricted',
      'agentcore/runtime-no-secrets',
      'agentcore/runtime-private-network',
      'agentcore/session-timeout',
    ],
  },
  {
    name: 'without an authorizer',
    template: {
      type: 'AWS::BedrockAgentCore::Gateway',
      properties: {
        Name: 'g',
        RoleArn: role,
        AuthorizerType: 'NONE',
        ProtocolType: 'MCP',
        ExceptionLevel: 'DEBUG',
      },
    },
    answer: {
      kind: 'bedrock-agentcore:gateway',
      id: core('gateway/g-abc'),
      tags: {},
      data: {
        gatewayId: 'g-abc',
        gatewayArn: core('gateway/g-abc'),
        name: 'g',
        roleArn: role,
        authorizerType: 'NONE',
        protocolType: 'MCP',
        exceptionLevel: 'DEBUG',
        resourcePolicy: null,
      },
    },
    fails: [
      'agentcore/gateway-authorizer',
      'agentcore/gateway-customer-key',
      'agentcore/gateway-errors-hidden',
      'agentcore/gateway-policy-enforced',
      'cost/required-tags',
    ],
  },
  {
    name: 'that anybody may call',
    template: {
      type: 'AWS::BedrockAgentCore::ResourcePolicy',
      properties: { ResourceArn: reference('g-abc', 'GatewayArn'), Policy: open },
    },
    answer: {
      kind: 'bedrock-agentcore:gateway',
      id: core('gateway/g-abc'),
      data: { gatewayId: 'g-abc', authorizerType: 'AWS_IAM', resourcePolicy: open },
    },
    subject: `${core('gateway/g-abc')}#resourcePolicy`,
    around: {
      template: [
        {
          type: 'AWS::BedrockAgentCore::Gateway',
          key: 'g-abc',
          properties: { Name: 'g', AuthorizerType: 'AWS_IAM', ProtocolType: 'MCP', RoleArn: role },
        },
      ],
      answers: [],
    },
    fails: ['agentcore/resource-policy-closed'],
  },
  {
    name: 'that keeps events for a year',
    template: {
      type: 'AWS::BedrockAgentCore::Memory',
      properties: { Name: 'm', EventExpiryDuration: 365, EncryptionKeyArn: key, Tags: tags },
    },
    answer: {
      kind: 'bedrock-agentcore:memory',
      id: core('memory/m-abc'),
      tags,
      data: {
        arn: core('memory/m-abc'),
        id: 'm-abc',
        name: 'm',
        eventExpiryDuration: 365,
        encryptionKeyArn: key,
      },
    },
    fails: ['agentcore/memory-expiry'],
  },
  {
    name: 'in public, without recording',
    template: {
      type: 'AWS::BedrockAgentCore::BrowserCustom',
      properties: {
        Name: 'b',
        NetworkConfiguration: { NetworkMode: 'PUBLIC' },
        RecordingConfig: { Enabled: false },
        Tags: tags,
      },
    },
    answer: {
      kind: 'bedrock-agentcore:browser',
      id: core('browser-custom/b-abc'),
      tags,
      data: {
        browserId: 'b-abc',
        name: 'b',
        networkConfiguration: { networkMode: 'PUBLIC' },
        recording: { enabled: false },
      },
    },
    fails: ['agentcore/browser-recording', 'agentcore/tool-network'],
  },
  {
    name: 'with recording to a bucket',
    template: {
      type: 'AWS::BedrockAgentCore::BrowserCustom',
      properties: {
        Name: 'b',
        NetworkConfiguration: {
          NetworkMode: 'VPC',
          VpcConfig: { SecurityGroups: ['sg-1'], Subnets: ['subnet-1'] },
        },
        RecordingConfig: { Enabled: true, S3Location: { Bucket: 'b', Prefix: 'p' } },
        Tags: tags,
      },
    },
    answer: {
      kind: 'bedrock-agentcore:browser',
      id: core('browser-custom/b-abc'),
      tags,
      data: {
        browserId: 'b-abc',
        name: 'b',
        networkConfiguration: {
          networkMode: 'VPC',
          vpcConfig: { securityGroups: ['sg-1'], subnets: ['subnet-1'] },
        },
        recording: { enabled: true, s3Location: { bucket: 'b', prefix: 'p' } },
      },
    },
    fails: [],
  },
  {
    name: 'in a sandbox',
    template: {
      type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
      properties: { Name: 'c', NetworkConfiguration: { NetworkMode: 'SANDBOX' } },
    },
    answer: {
      kind: 'bedrock-agentcore:code-interpreter',
      id: core('code-interpreter-custom/c-abc'),
      tags: {},
      data: { codeInterpreterId: 'c-abc', name: 'c', networkConfiguration: { networkMode: 'SANDBOX' } },
    },
    fails: ['cost/required-tags'],
  },
  {
    name: 'in public',
    template: {
      type: 'AWS::BedrockAgentCore::Harness',
      properties: {
        HarnessName: 'h',
        ExecutionRoleArn: role,
        Model: { BedrockModelConfig: { ModelId: 'x' } },
        Environment: {
          AgentCoreRuntimeEnvironment: {
            NetworkConfiguration: { NetworkMode: 'PUBLIC' },
            LifecycleConfiguration: { IdleRuntimeSessionTimeout: 900 },
          },
        },
        EnvironmentVariables: { API_TOKEN: arn('secretsmanager', 'secret:token') },
        Tags: tagList,
      },
    },
    answer: {
      kind: 'bedrock-agentcore:harness',
      id: core('harness/h-abc'),
      tags,
      data: {
        harnessId: 'h-abc',
        arn: core('harness/h-abc'),
        harnessName: 'h',
        executionRoleArn: role,
        model: { bedrockModelConfig: { modelId: 'x' } },
        environment: {
          agentCoreRuntimeEnvironment: {
            networkConfiguration: { networkMode: 'PUBLIC' },
            lifecycleConfiguration: { idleRuntimeSessionTimeout: 900 },
          },
        },
        environmentVariables: { API_TOKEN: arn('secretsmanager', 'secret:token') },
        resourcePolicy: null,
      },
    },
    fails: ['agentcore/runtime-private-network'],
  },
];
