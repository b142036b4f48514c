import {
  BedrockClient,
  GetAccountDataRetentionCommand,
  GetGuardrailCommand,
  GetImportedModelCommand,
  GetModelInvocationLoggingConfigurationCommand,
  GetProvisionedModelThroughputCommand,
  GetResourcePolicyCommand,
  ListTagsForResourceCommand,
  paginateListAutomatedReasoningPolicies,
  paginateListCustomModelDeployments,
  paginateListCustomModels,
  paginateListEnforcedGuardrailsConfiguration,
  paginateListGuardrails,
  paginateListImportedModels,
  paginateListInferenceProfiles,
  paginateListMarketplaceModelEndpoints,
  paginateListPromptRouters,
  paginateListProvisionedModelThroughputs,
  GetAutomatedReasoningPolicyCommand,
  GetCustomModelCommand,
  GetMarketplaceModelEndpointCommand,
  GetCustomModelDeploymentCommand,
} from '@aws-sdk/client-bedrock';

import { each, named, resourcesOf, service } from '../service.ts';
import { bedrockJobs } from './bedrock-jobs.ts';

const resource = resourcesOf<BedrockClient>();

const gone = named('ResourceNotFoundException');

/** The tags of what has the ARN. */
async function tagsOf(client: BedrockClient, arn: string | undefined) {
  return (await client.send(new ListTagsForResourceCommand({ resourceARN: arn }))).tags;
}

const guardrails = resource({
  kind: 'bedrock:guardrail',
  list: { read: client => each(paginateListGuardrails({ client }, {}), page => page.guardrails) },
  id: guardrail => guardrail.arn ?? '',
  details: [
    {
      read: (client, { id }) => client.send(new GetGuardrailCommand({ guardrailIdentifier: id })),
      absent: gone,
    },
    {
      into: 'resourcePolicy',
      read: async (client, { arn }) =>
        (await client.send(new GetResourcePolicyCommand({ resourceArn: arn }))).resourcePolicy,
      absent: gone,
    },
  ],
  tags: { read: (client, { arn }) => tagsOf(client, arn) },
  children: [
    resourcesOf<BedrockClient, { id?: string | undefined; arn?: string | undefined }>()({
      kind: 'bedrock:guardrail-version',
      list: {
        read: (client, { parent }) =>
          each(paginateListGuardrails({ client }, { guardrailIdentifier: parent.id }), page =>
            page.guardrails?.filter(({ version }) => version !== 'DRAFT'),
          ),
        absent: gone,
      },
      id: ({ arn, version }) => `${arn}:${version}`,
    }),
  ],
});

/** One in every account and Region; an empty answer says that logging is off. */
const invocationLogging = resource({
  kind: 'bedrock:invocation-logging',
  list: {
    read: async client => {
      const { loggingConfig } = await client.send(new GetModelInvocationLoggingConfigurationCommand({}));
      return loggingConfig && Object.keys(loggingConfig).length > 0 ? [loggingConfig] : [];
    },
  },
  id: (_, { partition, region, account }) =>
    `arn:${partition}:bedrock:${region}:${account}:model-invocation-logging-configuration`,
});

const dataRetention = resource({
  kind: 'bedrock:account-data-retention',
  list: {
    read: async client => {
      const { mode } = await client.send(new GetAccountDataRetentionCommand({}));
      return mode === undefined ? [] : [{ mode }];
    },
    absent: gone,
  },
  id: (_, { partition, region, account }) =>
    `arn:${partition}:bedrock:${region}:${account}:account-data-retention`,
});

const enforcedGuardrails = resource({
  kind: 'bedrock:enforced-guardrail',
  list: {
    read: client =>
      each(paginateListEnforcedGuardrailsConfiguration({ client }, {}), page => page.guardrailsConfig),
  },
  id: ({ configId }, { partition, region, account }) =>
    `arn:${partition}:bedrock:${region}:${account}:enforced-guardrail-configuration/${configId}`,
});

const provisionedThroughput = resource({
  kind: 'bedrock:provisioned-throughput',
  list: {
    read: client =>
      each(paginateListProvisionedModelThroughputs({ client }, {}), page => page.provisionedModelSummaries),
  },
  id: ({ provisionedModelArn }) => provisionedModelArn ?? '',
  details: [
    {
      read: (client, { provisionedModelArn }) =>
        client.send(new GetProvisionedModelThroughputCommand({ provisionedModelId: provisionedModelArn })),
      absent: gone,
    },
  ],
  tags: { read: (client, { provisionedModelArn }) => tagsOf(client, provisionedModelArn) },
});

/** Those of the account, and with them those of AWS: where the first may send requests, the second say. */
const inferenceProfiles = resource({
  kind: 'bedrock:inference-profile',
  list: {
    read: client =>
      each(
        paginateListInferenceProfiles({ client }, { typeEquals: 'APPLICATION' }),
        page => page.inferenceProfileSummaries,
      ),
  },
  id: ({ inferenceProfileArn }) => inferenceProfileArn ?? '',
  tags: { read: (client, { inferenceProfileArn }) => tagsOf(client, inferenceProfileArn) },
});

const systemProfiles = resource({
  kind: 'bedrock:system-inference-profile',
  list: {
    read: client =>
      each(
        paginateListInferenceProfiles({ client }, { typeEquals: 'SYSTEM_DEFINED' }),
        page => page.inferenceProfileSummaries,
      ),
  },
  id: ({ inferenceProfileArn }) => inferenceProfileArn ?? '',
});

const promptRouters = resource({
  kind: 'bedrock:prompt-router',
  list: {
    read: client =>
      each(paginateListPromptRouters({ client }, { type: 'custom' }), page => page.promptRouterSummaries),
  },
  id: ({ promptRouterArn }) => promptRouterArn ?? '',
  tags: { read: (client, { promptRouterArn }) => tagsOf(client, promptRouterArn) },
});

const customModels = resource({
  kind: 'bedrock:custom-model',
  list: {
    read: client =>
      each(paginateListCustomModels({ client }, { isOwned: true }), page => page.modelSummaries),
  },
  id: ({ modelArn }) => modelArn ?? '',
  details: [
    {
      read: (client, { modelArn }) => client.send(new GetCustomModelCommand({ modelIdentifier: modelArn })),
      absent: gone,
    },
  ],
  tags: { read: (client, { modelArn }) => tagsOf(client, modelArn) },
});

const customModelDeployments = resource({
  kind: 'bedrock:custom-model-deployment',
  list: {
    read: client =>
      each(paginateListCustomModelDeployments({ client }, {}), page => page.modelDeploymentSummaries),
  },
  id: ({ customModelDeploymentArn }) => customModelDeploymentArn ?? '',
  details: [
    {
      read: (client, { customModelDeploymentArn: arn }) =>
        client.send(new GetCustomModelDeploymentCommand({ customModelDeploymentIdentifier: arn })),
      absent: gone,
    },
  ],
  tags: { read: (client, { customModelDeploymentArn }) => tagsOf(client, customModelDeploymentArn) },
});

const importedModels = resource({
  kind: 'bedrock:imported-model',
  list: { read: client => each(paginateListImportedModels({ client }, {}), page => page.modelSummaries) },
  id: ({ modelArn }) => modelArn ?? '',
  details: [
    {
      read: (client, { modelArn }) => client.send(new GetImportedModelCommand({ modelIdentifier: modelArn })),
      absent: gone,
    },
  ],
  tags: { read: (client, { modelArn }) => tagsOf(client, modelArn) },
});

const marketplaceEndpoints = resource({
  kind: 'bedrock:marketplace-model-endpoint',
  list: {
    read: client =>
      each(paginateListMarketplaceModelEndpoints({ client }, {}), page => page.marketplaceModelEndpoints),
  },
  id: ({ endpointArn }) => endpointArn ?? '',
  details: [
    {
      read: async (client, { endpointArn }) =>
        (await client.send(new GetMarketplaceModelEndpointCommand({ endpointArn }))).marketplaceModelEndpoint,
      absent: gone,
    },
  ],
  tags: { read: (client, { endpointArn }) => tagsOf(client, endpointArn) },
});

const automatedReasoningPolicies = resource({
  kind: 'bedrock:automated-reasoning-policy',
  list: {
    read: client =>
      each(
        paginateListAutomatedReasoningPolicies({ client }, {}),
        page => page.automatedReasoningPolicySummaries,
      ),
  },
  id: ({ policyArn }) => policyArn ?? '',
  details: [
    {
      read: (client, { policyArn }) => client.send(new GetAutomatedReasoningPolicyCommand({ policyArn })),
      absent: gone,
    },
  ],
  tags: { read: (client, { policyArn }) => tagsOf(client, policyArn) },
});

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock.html */
export const bedrock = service({
  name: 'bedrock',
  scope: 'regional',
  client: settings => new BedrockClient(settings),
  actions: {
    GetAccountDataRetention: 'bedrock:GetAccountDataRetention',
    GetAutomatedReasoningPolicy: 'bedrock:GetAutomatedReasoningPolicy',
    GetCustomModel: 'bedrock:GetCustomModel',
    GetCustomModelDeployment: 'bedrock:GetCustomModelDeployment',
    GetEvaluationJob: 'bedrock:GetEvaluationJob',
    GetGuardrail: 'bedrock:GetGuardrail',
    GetImportedModel: 'bedrock:GetImportedModel',
    GetMarketplaceModelEndpoint: 'bedrock:GetMarketplaceModelEndpoint',
    GetModelCustomizationJob: 'bedrock:GetModelCustomizationJob',
    GetModelImportJob: 'bedrock:GetModelImportJob',
    GetModelInvocationLoggingConfiguration: 'bedrock:GetModelInvocationLoggingConfiguration',
    GetProvisionedModelThroughput: 'bedrock:GetProvisionedModelThroughput',
    GetResourcePolicy: 'bedrock:GetResourcePolicy',
    ListAutomatedReasoningPolicies: 'bedrock:ListAutomatedReasoningPolicies',
    ListCustomModelDeployments: 'bedrock:ListCustomModelDeployments',
    ListCustomModels: 'bedrock:ListCustomModels',
    ListEnforcedGuardrailsConfiguration: 'bedrock:ListEnforcedGuardrailsConfiguration',
    ListEvaluationJobs: 'bedrock:ListEvaluationJobs',
    ListGuardrails: 'bedrock:ListGuardrails',
    ListImportedModels: 'bedrock:ListImportedModels',
    ListInferenceProfiles: 'bedrock:ListInferenceProfiles',
    ListMarketplaceModelEndpoints: 'bedrock:ListMarketplaceModelEndpoints',
    ListModelCopyJobs: 'bedrock:ListModelCopyJobs',
    ListModelCustomizationJobs: 'bedrock:ListModelCustomizationJobs',
    ListModelImportJobs: 'bedrock:ListModelImportJobs',
    ListModelInvocationJobs: 'bedrock:ListModelInvocationJobs',
    ListPromptRouters: 'bedrock:ListPromptRouters',
    ListProvisionedModelThroughputs: 'bedrock:ListProvisionedModelThroughputs',
    ListTagsForResource: 'bedrock:ListTagsForResource',
  },
  resources: [
    guardrails,
    invocationLogging,
    dataRetention,
    enforcedGuardrails,
    provisionedThroughput,
    inferenceProfiles,
    systemProfiles,
    promptRouters,
    customModels,
    customModelDeployments,
    importedModels,
    marketplaceEndpoints,
    automatedReasoningPolicies,
    ...bedrockJobs,
  ],
});
