import { paginateListServiceQuotas, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';

import { each, named, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<ServiceQuotasClient>();

/** What speaks of capacity that is bought or shared; the service has more than a thousand quotas. */
const telling = /model units|guardrails|agents|knowledge bases|inference profiles/i;

const quotas = resource({
  kind: 'service-quotas:bedrock',
  list: {
    read: client =>
      each(paginateListServiceQuotas({ client }, { ServiceCode: 'bedrock' }), page =>
        page.Quotas?.filter(({ QuotaName = '' }) => telling.test(QuotaName)),
      ),
    absent: named('NoSuchResourceException'),
  },
  id: ({ QuotaArn }) => QuotaArn ?? '',
});

/** https://docs.aws.amazon.com/servicequotas/2019-06-24/apireference/API_ListServiceQuotas.html */
export const serviceQuotas = service({
  name: 'service-quotas',
  scope: 'regional',
  client: settings => new ServiceQuotasClient(settings),
  actions: { ListServiceQuotas: 'servicequotas:ListServiceQuotas' },
  resources: [quotas],
});
