import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const vpc: Kind = {
  type: 'AWS::EC2::VPC',
  terraform: {
    aws_vpc: {
      leftOut: {
        assign_generated_ipv6_cidr_block: noProperty,
        enable_network_address_usage_metrics: noProperty,
        ipv6_cidr_block: noProperty,
        ipv6_cidr_block_network_border_group: noProperty,
        ipv6_ipam_pool_id: noProperty,
        ipv6_netmask_length: noProperty,
      },
    },
    aws_default_vpc: {
      leftOut: {
        assign_generated_ipv6_cidr_block: noProperty,
        enable_network_address_usage_metrics: noProperty,
        force_destroy: ofProvider,
        ipv6_cidr_block: noProperty,
        ipv6_cidr_block_network_border_group: noProperty,
        ipv6_ipam_pool_id: noProperty,
        ipv6_netmask_length: noProperty,
      },
    },
  },
  api: {
    'ec2:vpc': { names: ['VpcId'], unseen: ['EnableDnsHostnames', 'EnableDnsSupport'] },
  },
};
