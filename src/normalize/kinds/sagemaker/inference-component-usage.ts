import type { Kind } from '../kind.ts';

export const inferenceComponentUsage: Kind = {
  type: 'AWS::SageMaker::InferenceComponentUsage',
  api: {
    'cloudwatch:inference-component-usage': {},
  },
};
