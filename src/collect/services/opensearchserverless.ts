import {
  BatchGetCollectionCommand,
  GetAccessPolicyCommand,
  GetSecurityPolicyCommand,
  ListTagsForResourceCommand,
  OpenSearchServerlessClient,
  paginateListAccessPolicies,
  paginateListCollections,
  paginateListSecurityPolicies,
  paginateListVpcEndpoints,
} from '@aws-sdk/client-opensearchserverless';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<OpenSearchServerlessClient>();

const gone = named('ResourceNotFoundException');

const collections = resource({
  kind: 'opensearchserverless:collection',
  list: { read: client => each(paginateListCollections({ client }, {}), page => page.collectionSummaries) },
  id: ({ arn }) => arn ?? '',
  details: [
    {
      read: async (client, { id }) => {
        const ids = id === undefined ? [] : [id];
        const { collectionDetails = [] } = await client.send(new BatchGetCollectionCommand({ ids }));
        return collectionDetails.find(detail => detail.id === id);
      },
      absent: gone,
    },
  ],
  tags: {
    read: async (client, { arn: resourceArn }) =>
      (await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags,
  },
});

const securityPolicies = (['network', 'encryption'] as const).map(type =>
  resource({
    kind: 'opensearchserverless:security-policy',
    list: {
      read: client =>
        each(paginateListSecurityPolicies({ client }, { type }), page => page.securityPolicySummaries),
    },
    id: ({ name }, { partition, region, account }) =>
      `arn:${partition}:aoss:${region}:${account}:security-policy/${type}/${name}`,
    details: [
      {
        read: async (client, { name }) =>
          (await client.send(new GetSecurityPolicyCommand({ type, name }))).securityPolicyDetail,
        absent: gone,
      },
    ],
  }),
);

const accessPolicies = resource({
  kind: 'opensearchserverless:access-policy',
  list: {
    read: client =>
      each(paginateListAccessPolicies({ client }, { type: 'data' }), page => page.accessPolicySummaries),
  },
  id: ({ name }, { partition, region, account }) =>
    `arn:${partition}:aoss:${region}:${account}:access-policy/data/${name}`,
  details: [
    {
      read: async (client, { name }) =>
        (await client.send(new GetAccessPolicyCommand({ type: 'data', name }))).accessPolicyDetail,
      absent: gone,
    },
  ],
});

const vpcEndpoints = resource({
  kind: 'opensearchserverless:vpc-endpoint',
  list: { read: client => each(paginateListVpcEndpoints({ client }, {}), page => page.vpcEndpointSummaries) },
  id: ({ id }, { partition, region, account }) =>
    `arn:${partition}:aoss:${region}:${account}:vpc-endpoint/${id}`,
});

/** https://docs.aws.amazon.com/opensearch-service/latest/ServerlessAPIReference/API_Operations.html */
export const opensearchserverless = service({
  name: 'opensearchserverless',
  scope: 'regional',
  client: settings => new OpenSearchServerlessClient(settings),
  actions: {
    BatchGetCollection: 'aoss:BatchGetCollection',
    GetAccessPolicy: 'aoss:GetAccessPolicy',
    GetSecurityPolicy: 'aoss:GetSecurityPolicy',
    ListAccessPolicies: 'aoss:ListAccessPolicies',
    ListCollections: 'aoss:ListCollections',
    ListSecurityPolicies: 'aoss:ListSecurityPolicies',
    ListTagsForResource: 'aoss:ListTagsForResource',
    ListVpcEndpoints: 'aoss:ListVpcEndpoints',
  },
  resources: [collections, ...securityPolicies, accessPolicies, vpcEndpoints],
});
