import {
  DescribeDomainCommand,
  ListDomainNamesCommand,
  ListTagsCommand,
  OpenSearchClient,
} from '@aws-sdk/client-opensearch';

import type { Place } from '../../model/observation.ts';
import { named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<OpenSearchClient>();

/** The list gives names alone. */
const arnOf = ({ partition, region, account }: Place, name: string | undefined): string =>
  `arn:${partition}:es:${region}:${account}:domain/${name}`;

const domains = resource({
  kind: 'opensearch:domain',
  list: { read: async client => (await client.send(new ListDomainNamesCommand({}))).DomainNames ?? [] },
  id: ({ DomainName }, place) => arnOf(place, DomainName),
  details: [
    {
      read: async (client, { DomainName }) =>
        (await client.send(new DescribeDomainCommand({ DomainName }))).DomainStatus,
      absent: named('ResourceNotFoundException'),
    },
  ],
  tags: {
    read: async (client, { DomainName }, place) =>
      (await client.send(new ListTagsCommand({ ARN: arnOf(place, DomainName) }))).TagList,
  },
});

/** https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_Operations_Amazon_OpenSearch_Service.html */
export const opensearch = service({
  name: 'opensearch',
  scope: 'regional',
  client: settings => new OpenSearchClient(settings),
  actions: {
    DescribeDomain: 'es:DescribeDomain',
    ListDomainNames: 'es:ListDomainNames',
    ListTags: 'es:ListTags',
  },
  resources: [domains],
});
