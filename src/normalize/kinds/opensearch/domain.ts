import type { Kind } from '../kind.ts';

export const searchDomain: Kind = {
  type: 'AWS::OpenSearchService::Domain',
  api: {
    'opensearch:domain': {
      unseen: ['AdvancedSecurityOptions'],
    },
  },
};
