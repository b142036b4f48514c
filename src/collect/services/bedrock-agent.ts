import {
  BedrockAgentClient,
  GetAgentActionGroupCommand,
  GetAgentCommand,
  GetDataSourceCommand,
  GetFlowCommand,
  GetKnowledgeBaseCommand,
  GetPromptCommand,
  GetResourcePolicyCommand,
  ListTagsForResourceCommand,
  paginateListAgentActionGroups,
  paginateListAgentAliases,
  paginateListAgentCollaborators,
  paginateListAgentKnowledgeBases,
  paginateListAgents,
  paginateListDataSources,
  paginateListFlowAliases,
  paginateListFlows,
  paginateListKnowledgeBases,
  paginateListPrompts,
} from '@aws-sdk/client-bedrock-agent';

import type { Place } from '../../model/observation.ts';
import { all, each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<BedrockAgentClient>();

const gone = named('ResourceNotFoundException');

/** The lists give ids alone. */
const arnOf = ({ partition, region, account }: Place, rest: string): string =>
  `arn:${partition}:bedrock:${region}:${account}:${rest}`;

async function tagsOf(client: BedrockAgentClient, resourceArn: string | undefined) {
  return (await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags;
}

/** The version that is worked on; the others are its former states. */
const draft = { agentVersion: 'DRAFT' };

const agents = resource({
  kind: 'bedrock-agent:agent',
  list: { read: client => each(paginateListAgents({ client }, {}), page => page.agentSummaries) },
  id: ({ agentId }, place) => arnOf(place, `agent/${agentId}`),
  details: [
    {
      read: async (client, { agentId }) => (await client.send(new GetAgentCommand({ agentId }))).agent,
      absent: gone,
    },
    { into: 'actionGroups', read: (client, { agentId }) => actionGroups(client, agentId), absent: gone },
    {
      into: 'agentKnowledgeBases',
      read: (client, { agentId }) =>
        all(
          paginateListAgentKnowledgeBases({ client }, { agentId, ...draft }),
          page => page.agentKnowledgeBaseSummaries,
        ),
      absent: gone,
    },
    {
      into: 'agentCollaborators',
      read: (client, { agentId }) =>
        all(
          paginateListAgentCollaborators({ client }, { agentId, ...draft }),
          page => page.agentCollaboratorSummaries,
        ),
      absent: gone,
    },
  ],
  tags: { read: (client, { agentId }, place) => tagsOf(client, arnOf(place, `agent/${agentId}`)) },
  secrets: [
    'instruction',
    'promptOverrideConfiguration.promptConfigurations.*.basePromptTemplate',
    'actionGroups.*.apiSchema.payload',
    'agentCollaborators.*.collaborationInstruction',
  ],
  children: [
    resourcesOf<BedrockAgentClient, { agentId: string | undefined }>()({
      kind: 'bedrock-agent:agent-alias',
      list: {
        read: async (client, { parent: { agentId } }) => {
          const aliases = await all(
            paginateListAgentAliases({ client }, { agentId }),
            page => page.agentAliasSummaries,
          );
          return aliases.map(alias => ({ ...alias, agentId }));
        },
        absent: gone,
      },
      id: ({ agentId, agentAliasId }, place) => arnOf(place, `agent-alias/${agentId}/${agentAliasId}`),
    }),
  ],
});

/** What each action group may do; its list gives the names alone. */
async function actionGroups(client: BedrockAgentClient, agentId: string | undefined) {
  const groups = await all(
    paginateListAgentActionGroups({ client }, { agentId, ...draft }),
    page => page.actionGroupSummaries,
  );
  const described = await Promise.all(
    groups.map(({ actionGroupId }) =>
      client.send(new GetAgentActionGroupCommand({ agentId, ...draft, actionGroupId })),
    ),
  );
  return described.flatMap(({ agentActionGroup }) => agentActionGroup ?? []);
}

const knowledgeBases = resource({
  kind: 'bedrock-agent:knowledge-base',
  list: {
    read: client => each(paginateListKnowledgeBases({ client }, {}), page => page.knowledgeBaseSummaries),
  },
  id: ({ knowledgeBaseId }, place) => arnOf(place, `knowledge-base/${knowledgeBaseId}`),
  details: [
    {
      read: async (client, { knowledgeBaseId }) =>
        (await client.send(new GetKnowledgeBaseCommand({ knowledgeBaseId }))).knowledgeBase,
      absent: gone,
    },
    {
      into: 'resourcePolicy',
      read: async (client, { knowledgeBaseId }, place) => {
        const resourceArn = arnOf(place, `knowledge-base/${knowledgeBaseId}`);
        return (await client.send(new GetResourcePolicyCommand({ resourceArn }))).policy;
      },
      absent: gone,
    },
  ],
  tags: {
    read: (client, { knowledgeBaseId }, place) =>
      tagsOf(client, arnOf(place, `knowledge-base/${knowledgeBaseId}`)),
  },
  children: [
    resourcesOf<BedrockAgentClient, { knowledgeBaseId: string | undefined }>()({
      kind: 'bedrock-agent:data-source',
      list: {
        read: (client, { parent: { knowledgeBaseId } }) =>
          each(paginateListDataSources({ client }, { knowledgeBaseId }), page => page.dataSourceSummaries),
        absent: gone,
      },
      id: ({ knowledgeBaseId, dataSourceId }, place) =>
        arnOf(place, `knowledge-base/${knowledgeBaseId}/data-source/${dataSourceId}`),
      details: [
        {
          read: async (client, { knowledgeBaseId, dataSourceId }) =>
            (await client.send(new GetDataSourceCommand({ knowledgeBaseId, dataSourceId }))).dataSource,
          absent: gone,
        },
      ],
      secrets: [
        'vectorIngestionConfiguration.parsingConfiguration.bedrockFoundationModelConfiguration.parsingPrompt',
      ],
    }),
  ],
});

const flows = resource({
  kind: 'bedrock-agent:flow',
  list: { read: client => each(paginateListFlows({ client }, {}), page => page.flowSummaries) },
  id: ({ arn }) => arn ?? '',
  details: [
    {
      read: (client, { id }) => client.send(new GetFlowCommand({ flowIdentifier: id })),
      absent: gone,
    },
  ],
  tags: { read: (client, { arn }) => tagsOf(client, arn) },
  secrets: [
    'definition.nodes.*.configuration.prompt.sourceConfiguration.inline.templateConfiguration',
    'definition.nodes.*.configuration.knowledgeBase.promptTemplate',
    'definition.nodes.*.configuration.inlineCode.code',
    'definition.nodes.*.configuration.loop.definition.nodes.*.configuration.prompt.sourceConfiguration.inline.templateConfiguration',
    'definition.nodes.*.configuration.loop.definition.nodes.*.configuration.knowledgeBase.promptTemplate',
    'definition.nodes.*.configuration.loop.definition.nodes.*.configuration.inlineCode.code',
  ],
  children: [
    resourcesOf<BedrockAgentClient, { id: string | undefined }>()({
      kind: 'bedrock-agent:flow-alias',
      list: {
        read: (client, { parent }) =>
          each(
            paginateListFlowAliases({ client }, { flowIdentifier: parent.id }),
            page => page.flowAliasSummaries,
          ),
        absent: gone,
      },
      id: ({ arn }) => arn ?? '',
    }),
  ],
});

const prompts = resource({
  kind: 'bedrock-agent:prompt',
  list: { read: client => each(paginateListPrompts({ client }, {}), page => page.promptSummaries) },
  id: ({ arn }) => arn ?? '',
  details: [
    {
      read: (client, { id }) => client.send(new GetPromptCommand({ promptIdentifier: id })),
      absent: gone,
    },
  ],
  tags: { read: (client, { arn }) => tagsOf(client, arn) },
  secrets: ['variants.*.templateConfiguration'],
});

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Agents_for_Amazon_Bedrock.html */
export const bedrockAgent = service({
  name: 'bedrock-agent',
  scope: 'regional',
  client: settings => new BedrockAgentClient(settings),
  actions: {
    GetAgent: 'bedrock:GetAgent',
    GetAgentActionGroup: 'bedrock:GetAgentActionGroup',
    GetDataSource: 'bedrock:GetDataSource',
    GetFlow: 'bedrock:GetFlow',
    GetKnowledgeBase: 'bedrock:GetKnowledgeBase',
    GetPrompt: 'bedrock:GetPrompt',
    GetResourcePolicy: 'bedrock:GetResourcePolicy',
    ListAgentActionGroups: 'bedrock:ListAgentActionGroups',
    ListAgentAliases: 'bedrock:ListAgentAliases',
    ListAgentCollaborators: 'bedrock:ListAgentCollaborators',
    ListAgentKnowledgeBases: 'bedrock:ListAgentKnowledgeBases',
    ListAgents: 'bedrock:ListAgents',
    ListDataSources: 'bedrock:ListDataSources',
    ListFlowAliases: 'bedrock:ListFlowAliases',
    ListFlows: 'bedrock:ListFlows',
    ListKnowledgeBases: 'bedrock:ListKnowledgeBases',
    ListPrompts: 'bedrock:ListPrompts',
    ListTagsForResource: 'bedrock:ListTagsForResource',
  },
  resources: [agents, knowledgeBases, flows, prompts],
});
