import {
  ListTagsForResourceCommand,
  NeptuneGraphClient,
  paginateListGraphs,
  GetGraphCommand,
} from '@aws-sdk/client-neptune-graph';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<NeptuneGraphClient>();

const graphs = resource({
  kind: 'neptune-graph:graph',
  list: { read: client => each(paginateListGraphs({ client }, {}), page => page.graphs) },
  id: ({ arn }) => arn ?? '',
  details: [
    {
      read: (client, { id: graphIdentifier }) => client.send(new GetGraphCommand({ graphIdentifier })),
      absent: named('ResourceNotFoundException'),
    },
  ],
  tags: {
    read: async (client, { arn: resourceArn }) =>
      (await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags,
  },
});

/** https://docs.aws.amazon.com/neptune-analytics/latest/apiref/API_Operations.html */
export const neptuneGraph = service({
  name: 'neptune-graph',
  scope: 'regional',
  client: settings => new NeptuneGraphClient(settings),
  actions: {
    GetGraph: 'neptune-graph:GetGraph',
    ListGraphs: 'neptune-graph:ListGraphs',
    ListTagsForResource: 'neptune-graph:ListTagsForResource',
  },
  resources: [graphs],
});
