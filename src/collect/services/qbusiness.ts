import {
  GetApplicationCommand,
  GetChatControlsConfigurationCommand,
  GetDataSourceCommand,
  GetIndexCommand,
  GetPluginCommand,
  GetRetrieverCommand,
  GetWebExperienceCommand,
  ListTagsForResourceCommand,
  paginateListApplications,
  paginateListDataSources,
  paginateListIndices,
  paginateListPlugins,
  paginateListRetrievers,
  paginateListWebExperiences,
  QBusinessClient,
} from '@aws-sdk/client-qbusiness';

import type { Place } from '../../model/observation.ts';
import type { Context, Resource } from '../resource-spec.ts';
import { each, named, resourcesOf, service } from '../service.ts';

const gone = named('ResourceNotFoundException');

/** The lists give ids alone. */
const arnOf = ({ partition, region, account }: Place, rest: string): string =>
  `arn:${partition}:qbusiness:${region}:${account}:application/${rest}`;

async function tagsOf(client: QBusinessClient, resourceARN: string) {
  return (await client.send(new ListTagsForResourceCommand({ resourceARN }))).tags;
}

interface Application {
  readonly applicationId?: string | undefined;
}

interface Child<Item extends object> {
  readonly kind: string;
  readonly list: (client: QBusinessClient, applicationId: string | undefined) => AsyncIterable<Item>;
  /** Its place below the application: `index/<id>`. */
  readonly path: (item: Item) => string;
  readonly describe: (
    client: QBusinessClient,
    item: Item & { readonly applicationId: string | undefined },
  ) => Promise<object>;
  readonly children?: readonly Resource<
    QBusinessClient,
    Item & { readonly applicationId: string | undefined }
  >[];
}

/** What stands in an application is listed, described and asked for its tags in the same way. */
function child<Item extends object>({ kind, list, path, describe, children = [] }: Child<Item>) {
  type Found = Item & { readonly applicationId: string | undefined };
  const arn = (item: Found, place: Place): string => arnOf(place, `${item.applicationId}/${path(item)}`);
  return resourcesOf<QBusinessClient, Application>()({
    kind,
    list: {
      read: async function* (client: QBusinessClient, { parent: { applicationId } }: Context<Application>) {
        for await (const item of list(client, applicationId)) yield { ...item, applicationId };
      },
      absent: gone,
    },
    id: arn,
    details: [{ read: describe, absent: gone }],
    tags: { read: (client, item, place) => tagsOf(client, arn(item, place)), absent: gone },
    children,
  });
}

interface Index {
  readonly indexId?: string | undefined;
  readonly applicationId: string | undefined;
}

const dataSources = resourcesOf<QBusinessClient, Index>()({
  kind: 'qbusiness:data-source',
  list: {
    read: async function* (client, { parent: { applicationId, indexId } }) {
      const pages = paginateListDataSources({ client }, { applicationId, indexId });
      for await (const source of each(pages, page => page.dataSources))
        yield { ...source, applicationId, indexId };
    },
    absent: gone,
  },
  id: ({ applicationId, indexId, dataSourceId }, place) =>
    arnOf(place, `${applicationId}/index/${indexId}/data-source/${dataSourceId}`),
  details: [
    {
      read: (client, { applicationId, indexId, dataSourceId }) =>
        client.send(new GetDataSourceCommand({ applicationId, indexId, dataSourceId })),
      absent: gone,
    },
  ],
  secrets: ['configuration'],
});

const applications = resourcesOf<QBusinessClient>()({
  kind: 'qbusiness:application',
  list: { read: client => each(paginateListApplications({ client }, {}), page => page.applications) },
  id: ({ applicationId }, place) => arnOf(place, `${applicationId}`),
  details: [
    {
      read: (client, { applicationId }) => client.send(new GetApplicationCommand({ applicationId })),
      absent: gone,
    },
    {
      into: 'chatControlsConfiguration',
      read: async (client, { applicationId }) => {
        const answer = await client.send(new GetChatControlsConfigurationCommand({ applicationId }));
        const { responseScope, creatorModeConfiguration, hallucinationReductionConfiguration } = answer;
        return { responseScope, creatorModeConfiguration, hallucinationReductionConfiguration };
      },
      absent: gone,
    },
  ],
  tags: { read: (client, { applicationId }, place) => tagsOf(client, arnOf(place, `${applicationId}`)) },
  children: [
    child({
      kind: 'qbusiness:index',
      list: (client, applicationId) =>
        each(paginateListIndices({ client }, { applicationId }), page => page.indices),
      path: ({ indexId }) => `index/${indexId}`,
      describe: (client, { applicationId, indexId }) =>
        client.send(new GetIndexCommand({ applicationId, indexId })),
      children: [dataSources],
    }),
    child({
      kind: 'qbusiness:plugin',
      list: (client, applicationId) =>
        each(paginateListPlugins({ client }, { applicationId }), page => page.plugins),
      path: ({ pluginId }) => `plugin/${pluginId}`,
      describe: (client, { applicationId, pluginId }) =>
        client.send(new GetPluginCommand({ applicationId, pluginId })),
    }),
    child({
      kind: 'qbusiness:retriever',
      list: (client, applicationId) =>
        each(paginateListRetrievers({ client }, { applicationId }), page => page.retrievers),
      path: ({ retrieverId }) => `retriever/${retrieverId}`,
      describe: (client, { applicationId, retrieverId }) =>
        client.send(new GetRetrieverCommand({ applicationId, retrieverId })),
    }),
    child({
      kind: 'qbusiness:web-experience',
      list: (client, applicationId) =>
        each(paginateListWebExperiences({ client }, { applicationId }), page => page.webExperiences),
      path: ({ webExperienceId }) => `web-experience/${webExperienceId}`,
      describe: (client, { applicationId, webExperienceId }) =>
        client.send(new GetWebExperienceCommand({ applicationId, webExperienceId })),
    }),
  ],
});

/** https://docs.aws.amazon.com/amazonq/latest/api-reference/API_Operations_QBusiness.html */
export const qbusiness = service({
  name: 'qbusiness',
  scope: 'regional',
  client: settings => new QBusinessClient(settings),
  actions: {
    GetApplication: 'qbusiness:GetApplication',
    GetChatControlsConfiguration: 'qbusiness:GetChatControlsConfiguration',
    GetDataSource: 'qbusiness:GetDataSource',
    GetIndex: 'qbusiness:GetIndex',
    GetPlugin: 'qbusiness:GetPlugin',
    GetRetriever: 'qbusiness:GetRetriever',
    GetWebExperience: 'qbusiness:GetWebExperience',
    ListApplications: 'qbusiness:ListApplications',
    ListDataSources: 'qbusiness:ListDataSources',
    ListIndices: 'qbusiness:ListIndices',
    ListPlugins: 'qbusiness:ListPlugins',
    ListRetrievers: 'qbusiness:ListRetrievers',
    ListTagsForResource: 'qbusiness:ListTagsForResource',
    ListWebExperiences: 'qbusiness:ListWebExperiences',
  },
  resources: [applications],
});
