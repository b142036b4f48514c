import type { Kind } from '../kind.ts';

export const securityGroup: Kind = {
  type: 'AWS::EC2::SecurityGroup',
  terraform: {
    aws_security_group: {},
    aws_vpc_security_group_ingress_rule: {},
    aws_vpc_security_group_egress_rule: {},
    aws_security_group_rule: {},
    aws_default_security_group: {},
  },
};
