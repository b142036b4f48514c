import type { Kind } from '../kind.ts';

export const foundationModelAgreement: Kind = {
  type: 'AWS::Bedrock::FoundationModelAgreement',
  terraform: {
    aws_bedrock_foundation_model_agreement: {},
  },
};
