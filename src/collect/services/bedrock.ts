import {
  BedrockClient,
  GetGuardrailCommand,
  GetModelInvocationLoggingConfigurationCommand,
  GetResourcePolicyCommand,
  ListTagsForResourceCommand,
  paginateListGuardrails,
} from '@aws-sdk/client-bedrock';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<BedrockClient>();

const guardrails = resource({
  kind: 'bedrock:guardrail',
  list: { read: client => each(paginateListGuardrails({ client }, {}), page => page.guardrails) },
  id: guardrail => guardrail.arn ?? '',
  details: [
    {
      read: (client, { id }) => client.send(new GetGuardrailCommand({ guardrailIdentifier: id })),
      absent: named('ResourceNotFoundException'),
    },
    {
      into: 'resourcePolicy',
      read: async (client, { arn }) =>
        (await client.send(new GetResourcePolicyCommand({ resourceArn: arn }))).resourcePolicy,
      absent: named('ResourceNotFoundException'),
    },
  ],
  tags: {
    read: async (client, { arn }) =>
      (await client.send(new ListTagsForResourceCommand({ resourceARN: arn }))).tags,
  },
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

export const bedrock = service({
  name: 'bedrock',
  scope: 'regional',
  client: settings => new BedrockClient(settings),
  actions: {
    GetGuardrail: 'bedrock:GetGuardrail',
    GetModelInvocationLoggingConfiguration: 'bedrock:GetModelInvocationLoggingConfiguration',
    GetResourcePolicy: 'bedrock:GetResourcePolicy',
    ListGuardrails: 'bedrock:ListGuardrails',
    ListTagsForResource: 'bedrock:ListTagsForResource',
  },
  resources: [guardrails, invocationLogging],
});
