import type { Json, JsonObject } from '../../../model/observation.ts';
import type { ApiSpellings } from '../api-spelling.ts';
import { objectIn, objectOf, objectsIn, textIn, textsOf } from '../json.ts';

export const network: ApiSpellings = {
  'ec2:vpc': { type: 'AWS::EC2::VPC', names: ['VpcId'], unseen: ['EnableDnsHostnames', 'EnableDnsSupport'] },
  'ec2:subnet': { type: 'AWS::EC2::Subnet', names: ['SubnetId'] },
  'ec2:security-group': {
    type: 'AWS::EC2::SecurityGroup',
    names: ['GroupId'],
    rename: { Description: 'GroupDescription' },
    reshape: data => ({
      ...data,
      SecurityGroupIngress: objectsIn(data, 'IpPermissions').flatMap(one => rulesOf(one, 'Source')),
      SecurityGroupEgress: objectsIn(data, 'IpPermissionsEgress').flatMap(one => rulesOf(one, 'Destination')),
    }),
    madeOf: { SecurityGroupIngress: 'IpPermissions', SecurityGroupEgress: 'IpPermissionsEgress' },
  },
  'ec2:vpc-endpoint': {
    type: 'AWS::EC2::VPCEndpoint',
    names: ['VpcEndpointId'],
    reshape: data => ({ ...data, SecurityGroupIds: textsOf(objectsIn(data, 'Groups'), 'GroupId') }),
    madeOf: { SecurityGroupIds: 'Groups' },
  },
  'ec2:flow-log': {
    type: 'AWS::EC2::FlowLog',
    reshape: data => objectOf({ ...data, ResourceType: loggedType(textIn(data, 'ResourceId')) }),
  },
  'ec2:instance': {
    type: 'AWS::EC2::Instance',
    names: ['InstanceId'],
    reshape: data =>
      objectOf({
        ...data,
        IamInstanceProfile: textIn(objectIn(data, 'IamInstanceProfile') ?? {}, 'Arn'),
        SecurityGroupIds: textsOf(objectsIn(data, 'SecurityGroups'), 'GroupId'),
        SecurityGroups: undefined,
        Monitoring: textIn(objectIn(data, 'Monitoring') ?? {}, 'State') === 'enabled',
        AvailabilityZone: textIn(objectIn(data, 'Placement') ?? {}, 'AvailabilityZone'),
        Tenancy: textIn(objectIn(data, 'Placement') ?? {}, 'Tenancy'),
      }),
    unseen: ['UserData', 'BlockDeviceMappings'],
  },
  'ec2:capacity-reservation': {
    type: 'AWS::EC2::CapacityReservation',
    rename: { TotalInstanceCount: 'InstanceCount' },
  },
  'ec2:ebs-encryption-by-default': { type: 'AWS::EC2::EbsEncryptionByDefault' },
  'ec2:instance-metadata-defaults': { type: 'AWS::EC2::InstanceMetadataDefaults' },
  'ec2:image-block-public-access': { type: 'AWS::EC2::ImageBlockPublicAccess' },
  'ec2:vpc-block-public-access': { type: 'AWS::EC2::VPCBlockPublicAccessOptions' },
};

/** A permission names many sources; a rule of the type has one. */
function rulesOf(permission: JsonObject, side: 'Source' | 'Destination'): readonly JsonObject[] {
  const { IpProtocol, FromPort, ToPort } = permission;
  const rule = (peer: Readonly<Record<string, Json | undefined>>): JsonObject =>
    objectOf({ IpProtocol, FromPort, ToPort, ...peer });
  return [
    ...objectsIn(permission, 'IpRanges').map(({ CidrIp, Description }) => rule({ CidrIp, Description })),
    ...objectsIn(permission, 'Ipv6Ranges').map(({ CidrIpv6, Description }) =>
      rule({ CidrIpv6, Description }),
    ),
    ...objectsIn(permission, 'PrefixListIds').map(({ PrefixListId, Description }) =>
      rule({ [`${side}PrefixListId`]: PrefixListId, Description }),
    ),
    ...objectsIn(permission, 'UserIdGroupPairs').map(({ GroupId, UserId, Description }) =>
      rule({
        [`${side}SecurityGroupId`]: GroupId,
        ...(side === 'Source' && { SourceSecurityGroupOwnerId: UserId }),
        Description,
      }),
    ),
  ];
}

/** The answer gives the id alone, whose first letters say what it is of. */
function loggedType(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (id.startsWith('vpc-')) return 'VPC';
  return id.startsWith('subnet-') ? 'Subnet' : 'NetworkInterface';
}
