import {
  BedrockDataAutomationClient,
  GetBlueprintCommand,
  GetDataAutomationProjectCommand,
  ListTagsForResourceCommand,
  paginateListBlueprints,
  paginateListDataAutomationProjects,
} from '@aws-sdk/client-bedrock-data-automation';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<BedrockDataAutomationClient>();

const gone = named('ResourceNotFoundException');

async function tagsOf(client: BedrockDataAutomationClient, resourceARN: string | undefined) {
  return (await client.send(new ListTagsForResourceCommand({ resourceARN }))).tags;
}

const projects = resource({
  kind: 'bedrock-data-automation:project',
  list: {
    read: client =>
      each(
        paginateListDataAutomationProjects({ client }, { resourceOwner: 'ACCOUNT' }),
        page => page.projects,
      ),
  },
  id: ({ projectArn }) => projectArn ?? '',
  details: [
    {
      read: async (client, { projectArn, projectStage }) =>
        (await client.send(new GetDataAutomationProjectCommand({ projectArn, projectStage }))).project,
      absent: gone,
    },
  ],
  tags: { read: (client, { projectArn }) => tagsOf(client, projectArn) },
});

const blueprints = resource({
  kind: 'bedrock-data-automation:blueprint',
  list: {
    read: client =>
      each(paginateListBlueprints({ client }, { resourceOwner: 'ACCOUNT' }), page => page.blueprints),
  },
  id: ({ blueprintArn, blueprintVersion }) =>
    blueprintVersion === undefined ? (blueprintArn ?? '') : `${blueprintArn}:${blueprintVersion}`,
  details: [
    {
      read: async (client, { blueprintArn, blueprintVersion, blueprintStage }) =>
        (await client.send(new GetBlueprintCommand({ blueprintArn, blueprintVersion, blueprintStage })))
          .blueprint,
      absent: gone,
    },
  ],
  tags: { read: (client, { blueprintArn }) => tagsOf(client, blueprintArn) },
  secrets: ['schema', 'optimizationSamples'],
});

/** https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Data_Automation_for_Amazon_Bedrock.html */
export const bedrockDataAutomation = service({
  name: 'bedrock-data-automation',
  scope: 'regional',
  client: settings => new BedrockDataAutomationClient(settings),
  actions: {
    GetBlueprint: 'bedrock:GetBlueprint',
    GetDataAutomationProject: 'bedrock:GetDataAutomationProject',
    ListBlueprints: 'bedrock:ListBlueprints',
    ListDataAutomationProjects: 'bedrock:ListDataAutomationProjects',
    ListTagsForResource: 'bedrock:ListTagsForResource',
  },
  resources: [projects, blueprints],
});
