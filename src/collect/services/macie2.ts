import { GetMacieSessionCommand, Macie2Client } from '@aws-sdk/client-macie2';

import type { Failure } from '../failure.ts';
import { resourcesOf, service } from '../service.ts';

const resource = resourcesOf<Macie2Client>();

/** An account in which it is off is denied access, in these words. */
const isSwitchedOff = ({ name, message }: Failure): boolean =>
  name === 'AccessDeniedException' && /macie is not enabled/i.test(message);

const session = resource({
  kind: 'macie2:session',
  list: {
    read: async client => {
      const { status, findingPublishingFrequency } = await client.send(new GetMacieSessionCommand({}));
      return status === undefined ? [] : [{ status, findingPublishingFrequency }];
    },
    absent: isSwitchedOff,
  },
  id: (_, { partition, region, account }) => `arn:${partition}:macie2:${region}:${account}:session`,
});

/** https://docs.aws.amazon.com/macie/latest/APIReference/macie.html */
export const macie2 = service({
  name: 'macie2',
  scope: 'regional',
  client: settings => new Macie2Client(settings),
  actions: { GetMacieSession: 'macie2:GetMacieSession' },
  resources: [session],
});
