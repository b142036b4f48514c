import { objectsIn } from '../../observations/json.ts';
import type { Kind, Spelling } from '../kind.ts';
import { namePrefix, ofProvider } from '../reasons.ts';
import { blocksAsRules, ruleOfType } from './group-rules.ts';
import { rulesOf } from './permissions.ts';

const becomesRules = 'becomes rules of the group';

const blocks: Spelling = {
  rename: { egress: 'SecurityGroupEgress', ingress: 'SecurityGroupIngress' },
  // The provider takes away the rule with which AWS lets everything out.
  defaults: { egress: [] },
  change: {
    egress: value => blocksAsRules(value, 'egress'),
    ingress: value => blocksAsRules(value, 'ingress'),
  },
};

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
      ...blocks,
      rename: { ...blocks.rename, description: 'GroupDescription', name: 'GroupName' },
      leftOut: { name_prefix: namePrefix, revoke_rules_on_delete: ofProvider },
    },
    aws_default_security_group: { ...blocks, leftOut: { revoke_rules_on_delete: ofProvider } },
    aws_security_group_rule: {
      part: { of: 'security_group_id', sets: ['SecurityGroupIngress', 'SecurityGroupEgress'] },
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
  api: {
    'ec2:security-group': {
      names: ['GroupId'],
      rename: { Description: 'GroupDescription' },
      reshape: data => ({
        ...data,
        SecurityGroupIngress: objectsIn(data, 'IpPermissions').flatMap(one => rulesOf(one, 'Source')),
        SecurityGroupEgress: objectsIn(data, 'IpPermissionsEgress').flatMap(one =>
          rulesOf(one, 'Destination'),
        ),
      }),
      madeOf: { SecurityGroupIngress: 'IpPermissions', SecurityGroupEgress: 'IpPermissionsEgress' },
    },
  },
};
