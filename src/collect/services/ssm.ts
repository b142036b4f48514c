import { paginateDescribeParameters, SSMClient } from '@aws-sdk/client-ssm';

import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<SSMClient>();

/** The names and kinds of parameters; never what they hold. */
const parameters = resource({
  kind: 'ssm:parameter',
  list: { read: client => each(paginateDescribeParameters({ client }, {}), page => page.Parameters) },
  id: ({ ARN, Name = '' }, { partition, region, account }) =>
    ARN ?? `arn:${partition}:ssm:${region}:${account}:parameter/${Name.replace(/^\//, '')}`,
});

/** https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribeParameters.html */
export const ssm = service({
  name: 'ssm',
  scope: 'regional',
  client: settings => new SSMClient(settings),
  actions: { DescribeParameters: 'ssm:DescribeParameters' },
  resources: [parameters],
});
