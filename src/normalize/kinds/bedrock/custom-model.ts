import type { Kind } from '../kind.ts';

export const customModel: Kind = {
  type: 'AWS::Bedrock::CustomModel',
  terraform: {
    aws_bedrock_custom_model: {},
  },
};
