import type { Kind } from '../kind.ts';

export const deliveryChannel: Kind = {
  type: 'AWS::Config::DeliveryChannel',
  api: {
    'config:delivery-channel': {},
  },
};
