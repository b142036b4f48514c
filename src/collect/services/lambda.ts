import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<LambdaClient>();

/** Accounts have thousands: a call for the tags of each would be most of a run. */
const functions = resource({
  kind: 'lambda:function',
  list: { read: client => each(paginateListFunctions({ client }, {}), page => page.Functions) },
  id: ({ FunctionArn }) => FunctionArn ?? '',
  secrets: ['Environment'],
});

/** https://docs.aws.amazon.com/lambda/latest/api/API_Operations.html */
export const lambda = service({
  name: 'lambda',
  scope: 'regional',
  client: settings => new LambdaClient(settings),
  actions: { ListFunctions: 'lambda:ListFunctions' },
  resources: [functions],
});
