import type { Kind } from '../kind.ts';

export const invocationLogDelivery: Kind = {
  type: 'AWS::Bedrock::InvocationLogDelivery',
  api: {
    'cloudwatch:invocation-log-delivery': {},
  },
};
