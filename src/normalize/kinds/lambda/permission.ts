import type { Kind } from '../kind.ts';

export const permission: Kind = {
  type: 'AWS::Lambda::Permission',
  terraform: {
    aws_lambda_permission: {},
  },
};
