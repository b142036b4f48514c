import { LambdaClient, ListTagsCommand, paginateListFunctions } from '@aws-sdk/client-lambda';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<LambdaClient>();

const functions = resource({
  kind: 'lambda:function',
  list: { read: client => each(paginateListFunctions({ client }, {}), page => page.Functions) },
  id: ({ FunctionArn }) => FunctionArn ?? '',
  tags: {
    read: async (client, { FunctionArn: Resource }) =>
      (await client.send(new ListTagsCommand({ Resource }))).Tags,
    absent: named('ResourceNotFoundException'),
  },
  secrets: ['Environment'],
});

/** https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
export const lambda = service({
  name: 'lambda',
  scope: 'regional',
  client: settings => new LambdaClient(settings),
  actions: { ListFunctions: 'lambda:ListFunctions', ListTags: 'lambda:ListTags' },
  resources: [functions],
});
