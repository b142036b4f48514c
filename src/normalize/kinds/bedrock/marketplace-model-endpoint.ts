import { objectOf, textIn } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';

export const marketplaceModelEndpoint: Kind = {
  type: 'AWS::Bedrock::MarketplaceModelEndpoint',
  api: {
    'bedrock:marketplace-model-endpoint': {
      reshape: data => {
        const name = textIn(data, 'endpointArn')?.split('/').at(-1);
        return objectOf({ ...data, EndpointName: name });
      },
    },
  },
};
