import type { Kind } from '../kind.ts';
import { noProperty } from '../reasons.ts';

export const subnet: Kind = {
  type: 'AWS::EC2::Subnet',
  terraform: {
    aws_subnet: {
      rename: {
        enable_resource_name_dns_a_record_on_launch:
          'PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsARecord',
        enable_resource_name_dns_aaaa_record_on_launch:
          'PrivateDnsNameOptionsOnLaunch.EnableResourceNameDnsAAAARecord',
        private_dns_hostname_type_on_launch: 'PrivateDnsNameOptionsOnLaunch.HostnameType',
      },
      leftOut: { customer_owned_ipv4_pool: noProperty, map_customer_owned_ip_on_launch: noProperty },
    },
  },
  api: {
    'ec2:subnet': { names: ['SubnetId'] },
  },
};
