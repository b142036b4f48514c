import type { Kind } from '../kind.ts';

export const vpcBlockPublicAccessOptions: Kind = {
  type: 'AWS::EC2::VPCBlockPublicAccessOptions',
  api: {
    'ec2:vpc-block-public-access': {},
  },
};
