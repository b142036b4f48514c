import type { Kind } from '../kind.ts';

export const subnet: Kind = {
  type: 'AWS::EC2::Subnet',
  terraform: {
    aws_subnet: {},
  },
};
