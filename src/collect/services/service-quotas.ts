import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<ServiceQuotasClient>();

/** The quotas that are in force for the services that serve models. */
const quotas = (['bedrock', 'sagemaker'] as const).map(ServiceCode =>
  resource({
    kind: `service-quotas:${ServiceCode}`,
    list: {
      read: client => each(paginateListServiceQuotas({ client }, { ServiceCode }), page => page.Quotas),
      absent: named('NoSuchResourceException'),
    },
    id: ({ QuotaArn }) => QuotaArn ?? '',
  }),
);

/** https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ListServiceQuotas.html */
export const serviceQuotas = service({
  name: 'service-quotas',
  scope: 'regional',
  client: settings => new ServiceQuotasClient(settings),
  actions: { ListServiceQuotas: 'servicequotas:ListServiceQuotas' },
  resources: quotas,
});
