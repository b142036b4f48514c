import type { Kind } from '../kind.ts';

export const application: Kind = {
  type: 'AWS::QBusiness::Application',
  terraform: {
    aws_qbusiness_application: {},
  },
};
