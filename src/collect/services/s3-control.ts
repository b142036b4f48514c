import { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';

import { named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<S3ControlClient>();

const accountPublicAccessBlock = resource({
  kind: 's3:account-public-access-block',
  list: {
    read: async (client, { account: AccountId }) => {
      const answer = await client.send(new GetPublicAccessBlockCommand({ AccountId }));
      const block = answer.PublicAccessBlockConfiguration;
      return block ? [block] : [];
    },
    absent: named('NoSuchPublicAccessBlockConfiguration'),
  },
  id: (_, { partition, account }) => `arn:${partition}:s3::${account}:account-public-access-block`,
});

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_GetPublicAccessBlock.html */
export const s3Control = service({
  name: 's3-control',
  scope: 'global',
  client: settings => new S3ControlClient(settings),
  actions: { GetPublicAccessBlock: 's3:GetAccountPublicAccessBlock' },
  resources: [accountPublicAccessBlock],
});
