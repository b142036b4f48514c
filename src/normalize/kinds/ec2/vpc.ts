import type { Kind } from '../kind.ts';

export const vpc: Kind = {
  type: 'AWS::EC2::VPC',
  terraform: {
    aws_vpc: {},
  },
};
