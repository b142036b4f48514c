import type { Kind } from '../kind.ts';

export const variantUsage: Kind = {
  type: 'AWS::SageMaker::VariantUsage',
  api: {
    'cloudwatch:variant-usage': {},
  },
};
