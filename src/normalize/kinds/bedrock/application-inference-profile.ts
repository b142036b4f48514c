import type { Kind } from '../kind.ts';

export const applicationInferenceProfile: Kind = {
  type: 'AWS::Bedrock::ApplicationInferenceProfile',
  terraform: {
    aws_bedrock_inference_profile: {
      rename: { name: 'InferenceProfileName' },
      attributes: { arn: 'InferenceProfileArn' },
    },
  },
};
