import type { Kind } from '../kind.ts';

export const codeRepository: Kind = {
  type: 'AWS::SageMaker::CodeRepository',
  terraform: {
    aws_sagemaker_code_repository: {},
  },
};
