import { objectsIn, textsOf } from '../../observations/json.ts';
import type { Kind } from '../kind.ts';
import { noProperty, ofProvider } from '../reasons.ts';

export const vpcEndpoint: Kind = {
  type: 'AWS::EC2::VPCEndpoint',
  terraform: {
    aws_vpc_endpoint: {
      rename: {
        policy: 'PolicyDocument',
        subnet_configuration: '',
        'subnet_configuration.subnet_id': 'SubnetIds',
      },
      // AWS turns it on where nobody says otherwise; the provider does not.
      defaults: { private_dns_enabled: false },
      leftOut: {
        auto_accept: ofProvider,
        'subnet_configuration.ipv4': noProperty,
        'subnet_configuration.ipv6': noProperty,
      },
    },
    aws_vpc_endpoint_policy: {
      part: { of: 'vpc_endpoint_id', sets: ['PolicyDocument'] },
      rename: { policy: 'PolicyDocument' },
    },
    aws_vpc_endpoint_private_dns: { part: { of: 'vpc_endpoint_id', sets: ['PrivateDnsEnabled'] } },
    aws_vpc_endpoint_route_table_association: { part: { of: 'vpc_endpoint_id', sets: ['RouteTableIds'] } },
    aws_vpc_endpoint_security_group_association: {
      part: { of: 'vpc_endpoint_id', sets: ['SecurityGroupIds'] },
      leftOut: { replace_default_association: ofProvider },
    },
    aws_vpc_endpoint_subnet_association: { part: { of: 'vpc_endpoint_id', sets: ['SubnetIds'] } },
  },
  api: {
    'ec2:vpc-endpoint': {
      names: ['VpcEndpointId'],
      reshape: data => ({ ...data, SecurityGroupIds: textsOf(objectsIn(data, 'Groups'), 'GroupId') }),
      madeOf: { SecurityGroupIds: 'Groups' },
    },
  },
};
