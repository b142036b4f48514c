import { GetDetectorCommand, GuardDutyClient, paginateListDetectors } from '@aws-sdk/client-guardduty';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<GuardDutyClient>();

const detectors = resource({
  kind: 'guardduty:detector',
  list: {
    read: client =>
      each(paginateListDetectors({ client }, {}), page =>
        page.DetectorIds?.map(detectorId => ({ detectorId })),
      ),
  },
  id: ({ detectorId }, { partition, region, account }) =>
    `arn:${partition}:guardduty:${region}:${account}:detector/${detectorId}`,
  details: [
    {
      read: (client, { detectorId: DetectorId }) => client.send(new GetDetectorCommand({ DetectorId })),
      absent: named('ResourceNotFoundException'),
    },
  ],
});

/** https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Operations.html */
export const guardduty = service({
  name: 'guardduty',
  scope: 'regional',
  client: settings => new GuardDutyClient(settings),
  actions: { GetDetector: 'guardduty:GetDetector', ListDetectors: 'guardduty:ListDetectors' },
  resources: [detectors],
});
