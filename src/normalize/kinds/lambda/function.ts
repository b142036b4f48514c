import type { Kind } from '../kind.ts';

export const lambdaFunction: Kind = {
  type: 'AWS::Lambda::Function',
  terraform: {
    aws_lambda_function: {},
  },
};
