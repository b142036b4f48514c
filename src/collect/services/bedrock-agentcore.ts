import {
  BedrockAgentCoreControlClient,
  GetAgentRuntimeCommand,
  GetBrowserCommand,
  GetCodeInterpreterCommand,
  GetGatewayCommand,
  GetGatewayTargetCommand,
  GetHarnessCommand,
  GetMemoryCommand,
  GetPolicyEngineCommand,
  GetResourcePolicyCommand,
  GetTokenVaultCommand,
  ListTagsForResourceCommand,
  paginateListAgentRuntimeEndpoints,
  paginateListAgentRuntimes,
  paginateListApiKeyCredentialProviders,
  paginateListBrowsers,
  paginateListCodeInterpreters,
  paginateListGateways,
  paginateListGatewayTargets,
  paginateListHarnesses,
  paginateListMemories,
  paginateListOauth2CredentialProviders,
  paginateListPolicyEngines,
  paginateListWorkloadIdentities,
} from '@aws-sdk/client-bedrock-agentcore-control';

import type { Place } from '../../model/observation.ts';
import { each, named, resourcesOf, service } from '../service.ts';
import { keptEnvironment } from './kept-environment.ts';

const resource = resourcesOf<BedrockAgentCoreControlClient>();

const gone = named('ResourceNotFoundException');

/** The lists of gateways and token vaults give ids alone. */
const arnOf = ({ partition, region, account }: Place, rest: string): string =>
  `arn:${partition}:bedrock-agentcore:${region}:${account}:${rest}`;

async function tagsOf(client: BedrockAgentCoreControlClient, resourceArn: string | undefined) {
  return (await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
}

async function policyOf(client: BedrockAgentCoreControlClient, resourceArn: string | undefined) {
  return (await client.send(new GetResourcePolicyCommand({ resourceArn }))).policy;
}

const runtimes = resource({
  kind: 'bedrock-agentcore:runtime',
  list: { read: client => each(paginateListAgentRuntimes({ client }, {}), page => page.agentRuntimes) },
  id: ({ agentRuntimeArn }) => agentRuntimeArn ?? '',
  details: [
    {
      read: async (client, { agentRuntimeId }) => {
        const runtime = await client.send(new GetAgentRuntimeCommand({ agentRuntimeId }));
        return { ...runtime, environmentVariables: keptEnvironment(runtime.environmentVariables) };
      },
      absent: gone,
    },
    {
      into: 'resourcePolicy',
      read: (client, { agentRuntimeArn }) => policyOf(client, agentRuntimeArn),
      absent: gone,
    },
  ],
  tags: { read: (client, { agentRuntimeArn }) => tagsOf(client, agentRuntimeArn) },
  children: [
    resourcesOf<BedrockAgentCoreControlClient, { agentRuntimeId: string | undefined }>()({
      kind: 'bedrock-agentcore:runtime-endpoint',
      list: {
        read: (client, { parent: { agentRuntimeId } }) =>
          each(
            paginateListAgentRuntimeEndpoints({ client }, { agentRuntimeId }),
            page => page.runtimeEndpoints,
          ),
        absent: gone,
      },
      id: ({ agentRuntimeEndpointArn }) => agentRuntimeEndpointArn ?? '',
    }),
  ],
});

const gateways = resource({
  kind: 'bedrock-agentcore:gateway',
  list: { read: client => each(paginateListGateways({ client }, {}), page => page.items) },
  id: ({ gatewayId }, place) => arnOf(place, `gateway/${gatewayId}`),
  details: [
    {
      read: (client, { gatewayId }) => client.send(new GetGatewayCommand({ gatewayIdentifier: gatewayId })),
      absent: gone,
    },
    {
      into: 'resourcePolicy',
      read: (client, { gatewayId }, place) => policyOf(client, arnOf(place, `gateway/${gatewayId}`)),
      absent: gone,
    },
  ],
  tags: { read: (client, { gatewayId }, place) => tagsOf(client, arnOf(place, `gateway/${gatewayId}`)) },
  children: [
    resourcesOf<BedrockAgentCoreControlClient, { gatewayId: string | undefined }>()({
      kind: 'bedrock-agentcore:gateway-target',
      list: {
        read: async function* (client, { parent: { gatewayId } }) {
          const pages = paginateListGatewayTargets({ client }, { gatewayIdentifier: gatewayId });
          for await (const target of each(pages, page => page.items)) yield { ...target, gatewayId };
        },
        absent: gone,
      },
      id: ({ gatewayId, targetId }, place) => arnOf(place, `gateway/${gatewayId}/target/${targetId}`),
      details: [
        {
          read: (client, { gatewayId, targetId }) =>
            client.send(new GetGatewayTargetCommand({ gatewayIdentifier: gatewayId, targetId })),
          absent: gone,
        },
      ],
      secrets: [
        'targetConfiguration.mcp.lambda.toolSchema',
        'targetConfiguration.mcp.openApiSchema.inlinePayload',
      ],
    }),
  ],
});

const memories = resource({
  kind: 'bedrock-agentcore:memory',
  list: { read: client => each(paginateListMemories({ client }, {}), page => page.memories) },
  id: ({ arn }) => arn ?? '',
  details: [
    {
      read: async (client, { id }) => (await client.send(new GetMemoryCommand({ memoryId: id }))).memory,
      absent: gone,
    },
  ],
  tags: { read: (client, { arn }) => tagsOf(client, arn) },
  secrets: ['strategies'],
});

const browsers = resource({
  kind: 'bedrock-agentcore:browser',
  list: {
    read: client => each(paginateListBrowsers({ client }, { type: 'CUSTOM' }), page => page.browserSummaries),
  },
  id: ({ browserArn }) => browserArn ?? '',
  details: [
    { read: (client, { browserId }) => client.send(new GetBrowserCommand({ browserId })), absent: gone },
  ],
  tags: { read: (client, { browserArn }) => tagsOf(client, browserArn) },
});

const codeInterpreters = resource({
  kind: 'bedrock-agentcore:code-interpreter',
  list: {
    read: client =>
      each(
        paginateListCodeInterpreters({ client }, { type: 'CUSTOM' }),
        page => page.codeInterpreterSummaries,
      ),
  },
  id: ({ codeInterpreterArn }) => codeInterpreterArn ?? '',
  details: [
    {
      read: (client, { codeInterpreterId }) =>
        client.send(new GetCodeInterpreterCommand({ codeInterpreterId })),
      absent: gone,
    },
  ],
  tags: { read: (client, { codeInterpreterArn }) => tagsOf(client, codeInterpreterArn) },
});

const harnesses = resource({
  kind: 'bedrock-agentcore:harness',
  list: { read: client => each(paginateListHarnesses({ client }, {}), page => page.harnesses) },
  id: ({ arn }) => arn ?? '',
  details: [
    {
      read: async (client, { harnessId }) => {
        const { harness } = await client.send(new GetHarnessCommand({ harnessId }));
        return harness && { ...harness, environmentVariables: keptEnvironment(harness.environmentVariables) };
      },
      absent: gone,
    },
    { into: 'resourcePolicy', read: (client, { arn }) => policyOf(client, arn), absent: gone },
  ],
  tags: { read: (client, { arn }) => tagsOf(client, arn) },
  secrets: ['systemPrompt'],
});

const policyEngines = resource({
  kind: 'bedrock-agentcore:policy-engine',
  list: { read: client => each(paginateListPolicyEngines({ client }, {}), page => page.policyEngines) },
  id: ({ policyEngineArn }) => policyEngineArn ?? '',
  details: [
    {
      read: (client, { policyEngineId }) => client.send(new GetPolicyEngineCommand({ policyEngineId })),
      absent: gone,
    },
  ],
  tags: { read: (client, { policyEngineArn }) => tagsOf(client, policyEngineArn) },
});

const workloadIdentities = resource({
  kind: 'bedrock-agentcore:workload-identity',
  list: {
    read: client => each(paginateListWorkloadIdentities({ client }, {}), page => page.workloadIdentities),
  },
  id: ({ workloadIdentityArn }) => workloadIdentityArn ?? '',
});

/** What they are called and which vault keeps them; never what they hold. */
const credentialProviders = [
  resource({
    kind: 'bedrock-agentcore:api-key-credential-provider',
    list: {
      read: client =>
        each(paginateListApiKeyCredentialProviders({ client }, {}), page => page.credentialProviders),
    },
    id: ({ credentialProviderArn }) => credentialProviderArn ?? '',
  }),
  resource({
    kind: 'bedrock-agentcore:oauth2-credential-provider',
    list: {
      read: client =>
        each(paginateListOauth2CredentialProviders({ client }, {}), page => page.credentialProviders),
    },
    id: ({ credentialProviderArn }) => credentialProviderArn ?? '',
  }),
];

/** The one that every account has. */
const tokenVault = resource({
  kind: 'bedrock-agentcore:token-vault',
  list: {
    read: async client => {
      const { tokenVaultId, kmsConfiguration } = await client.send(new GetTokenVaultCommand({}));
      return tokenVaultId === undefined ? [] : [{ tokenVaultId, kmsConfiguration }];
    },
    absent: gone,
  },
  id: ({ tokenVaultId }, place) => arnOf(place, `token-vault/${tokenVaultId}`),
});

/** https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_Operations.html */
export const bedrockAgentCore = service({
  name: 'bedrock-agentcore',
  scope: 'regional',
  client: settings => new BedrockAgentCoreControlClient(settings),
  actions: {
    GetAgentRuntime: 'bedrock-agentcore:GetAgentRuntime',
    GetBrowser: 'bedrock-agentcore:GetBrowser',
    GetCodeInterpreter: 'bedrock-agentcore:GetCodeInterpreter',
    GetGateway: 'bedrock-agentcore:GetGateway',
    GetGatewayTarget: 'bedrock-agentcore:GetGatewayTarget',
    GetHarness: 'bedrock-agentcore:GetHarness',
    GetMemory: 'bedrock-agentcore:GetMemory',
    GetPolicyEngine: 'bedrock-agentcore:GetPolicyEngine',
    GetResourcePolicy: 'bedrock-agentcore:GetResourcePolicy',
    GetTokenVault: 'bedrock-agentcore:GetTokenVault',
    ListAgentRuntimeEndpoints: 'bedrock-agentcore:ListAgentRuntimeEndpoints',
    ListAgentRuntimes: 'bedrock-agentcore:ListAgentRuntimes',
    ListApiKeyCredentialProviders: 'bedrock-agentcore:ListApiKeyCredentialProviders',
    ListBrowsers: 'bedrock-agentcore:ListBrowsers',
    ListCodeInterpreters: 'bedrock-agentcore:ListCodeInterpreters',
    ListGatewayTargets: 'bedrock-agentcore:ListGatewayTargets',
    ListGateways: 'bedrock-agentcore:ListGateways',
    ListHarnesses: 'bedrock-agentcore:ListHarnesses',
    ListMemories: 'bedrock-agentcore:ListMemories',
    ListOauth2CredentialProviders: 'bedrock-agentcore:ListOauth2CredentialProviders',
    ListPolicyEngines: 'bedrock-agentcore:ListPolicyEngines',
    ListTagsForResource: 'bedrock-agentcore:ListTagsForResource',
    ListWorkloadIdentities: 'bedrock-agentcore:ListWorkloadIdentities',
  },
  resources: [
    runtimes,
    gateways,
    memories,
    browsers,
    codeInterpreters,
    harnesses,
    policyEngines,
    workloadIdentities,
    ...credentialProviders,
    tokenVault,
  ],
});
