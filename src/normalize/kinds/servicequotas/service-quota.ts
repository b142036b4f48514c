import type { Kind } from '../kind.ts';

export const serviceQuota: Kind = {
  type: 'AWS::ServiceQuotas::ServiceQuota',
  api: {
    'service-quotas:bedrock': {},
  },
};
