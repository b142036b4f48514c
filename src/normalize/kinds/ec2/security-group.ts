import type { Kind } from '../kind.ts';
import { namePrefix, ofProvider } from '../reasons.ts';
import { blocksAsRules, ruleOfType } from './group-rules.ts';

const becomesRules = 'becomes rules of the group';

const blocks = { egress: becomesRules, ingress: becomesRules };

const ruleAttributes = {
  cidr_blocks: becomesRules,
  description: becomesRules,
  from_port: becomesRules,
  ipv6_cidr_blocks: becomesRules,
  prefix_list_ids: becomesRules,
  protocol: becomesRules,
  self: becomesRules,
  source_security_group_id: becomesRules,
  to_port: becomesRules,
  type: becomesRules,
};

export const securityGroup: Kind = {
  type: 'AWS::EC2::SecurityGroup',
  terraform: {
    aws_security_group: {
      rename: { description: 'GroupDescription', name: 'GroupName' },
      reshape: blocksAsRules,
      leftOut: { ...blocks, name_prefix: namePrefix, revoke_rules_on_delete: ofProvider },
    },
    aws_default_security_group: {
      reshape: blocksAsRules,
      leftOut: { ...blocks, revoke_rules_on_delete: ofProvider },
    },
    aws_security_group_rule: {
      part: { of: 'security_group_id' },
      reshape: ruleOfType,
      leftOut: ruleAttributes,
    },
    aws_vpc_security_group_ingress_rule: {
      part: { of: 'security_group_id', within: 'SecurityGroupIngress[]' },
      rename: {
        cidr_ipv4: 'CidrIp',
        cidr_ipv6: 'CidrIpv6',
        prefix_list_id: 'SourcePrefixListId',
        referenced_security_group_id: 'SourceSecurityGroupId',
      },
    },
    aws_vpc_security_group_egress_rule: {
      part: { of: 'security_group_id', within: 'SecurityGroupEgress[]' },
      rename: {
        cidr_ipv4: 'CidrIp',
        cidr_ipv6: 'CidrIpv6',
        prefix_list_id: 'DestinationPrefixListId',
        referenced_security_group_id: 'DestinationSecurityGroupId',
      },
    },
  },
};
