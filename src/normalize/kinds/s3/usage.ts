import type { ApiSpellings } from '../api-spelling.ts';

/** How much is used, as metrics tell: the properties are named after them. */
export const usage: ApiSpellings = {
  'cloudwatch:invocation-log-delivery': { type: 'AWS::Bedrock::InvocationLogDelivery' },
  'cloudwatch:model-usage': { type: 'AWS::Bedrock::ModelUsage' },
  'cloudwatch:variant-usage': { type: 'AWS::SageMaker::VariantUsage' },
  'cloudwatch:inference-component-usage': { type: 'AWS::SageMaker::InferenceComponentUsage' },
};
