import type { Kind } from '../kind.ts';

export const vpcEndpoint: Kind = {
  type: 'AWS::EC2::VPCEndpoint',
  terraform: {
    aws_vpc_endpoint: {},
    aws_vpc_endpoint_policy: {},
    aws_vpc_endpoint_private_dns: {},
    aws_vpc_endpoint_subnet_association: {},
    aws_vpc_endpoint_security_group_association: {},
    aws_vpc_endpoint_route_table_association: {},
  },
};
