import {
  DescribeDataSourceCommand,
  DescribeIndexCommand,
  KendraClient,
  ListTagsForResourceCommand,
  paginateListDataSources,
  paginateListIndices,
} from '@aws-sdk/client-kendra';

import type { Place } from '../../model/observation.ts';
import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<KendraClient>();

const gone = named('ResourceNotFoundException');

/** The lists give ids alone. */
const arnOf = ({ partition, region, account }: Place, rest: string): string =>
  `arn:${partition}:kendra:${region}:${account}:index/${rest}`;

async function tagsOf(client: KendraClient, ResourceARN: string) {
  return (await client.send(new ListTagsForResourceCommand({ ResourceARN }))).Tags;
}

const indices = resource({
  kind: 'kendra:index',
  list: {
    read: client => each(paginateListIndices({ client }, {}), page => page.IndexConfigurationSummaryItems),
  },
  id: ({ Id }, place) => arnOf(place, `${Id}`),
  details: [{ read: (client, { Id }) => client.send(new DescribeIndexCommand({ Id })), absent: gone }],
  tags: { read: (client, { Id }, place) => tagsOf(client, arnOf(place, `${Id}`)) },
  children: [
    resourcesOf<KendraClient, { Id?: string | undefined }>()({
      kind: 'kendra:data-source',
      list: {
        read: async function* (client, { parent: { Id: IndexId } }) {
          const pages = paginateListDataSources({ client }, { IndexId });
          for await (const source of each(pages, page => page.SummaryItems)) yield { ...source, IndexId };
        },
        absent: gone,
      },
      id: ({ IndexId, Id }, place) => arnOf(place, `${IndexId}/data-source/${Id}`),
      details: [
        {
          read: (client, { IndexId, Id }) => client.send(new DescribeDataSourceCommand({ IndexId, Id })),
          absent: gone,
        },
      ],
      tags: {
        read: (client, { IndexId, Id }, place) =>
          tagsOf(client, arnOf(place, `${IndexId}/data-source/${Id}`)),
      },
    }),
  ],
});

/** https://docs.aws.amazon.com/kendra/latest/APIReference/API_Operations.html */
export const kendra = service({
  name: 'kendra',
  scope: 'regional',
  client: settings => new KendraClient(settings),
  actions: {
    DescribeDataSource: 'kendra:DescribeDataSource',
    DescribeIndex: 'kendra:DescribeIndex',
    ListDataSources: 'kendra:ListDataSources',
    ListIndices: 'kendra:ListIndices',
    ListTagsForResource: 'kendra:ListTagsForResource',
  },
  resources: [indices],
});
