import type { JsonObject } from '../../../../src/model/observation.ts';
import { absent } from '../../../../src/model/value.ts';
import { account, arn, region, sideBySide } from './contract.ts';
import type { Answer, Contract, Declared } from './contract.ts';

const runtime = `com.amazonaws.${region}.bedrock-runtime`;

const policy = (statement: JsonObject): JsonObject => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...statement }],
});
const bound = policy({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } });

const group = (
  permissions: readonly JsonObject[],
  Ingress: Declared['properties'][string],
): NonNullable<Contract['around']> => ({
  template: [
    {
      type: 'AWS::EC2::SecurityGroup',
      key: 'sg-1',
      // CloudFormation calls a group by its id, which no template holds.
      properties: { GroupName: 'sg-1', GroupDescription: 'g', SecurityGroupIngress: Ingress },
    },
  ],
  answers: [
    {
      kind: 'ec2:security-group',
      id: arn('ec2', 'security-group/sg-1'),
      tags: {},
      data: {
        GroupId: 'sg-1',
        GroupName: 'g',
        Description: 'g',
        VpcId: 'vpc-1',
        OwnerId: account,
        IpPermissions: permissions,
        IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      },
    },
  ],
});

const tls = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 } as const;
const permission = (more: JsonObject): JsonObject => ({
  ...tls,
  IpRanges: [],
  Ipv6Ranges: [],
  PrefixListIds: [],
  UserIdGroupPairs: [],
  ...more,
});
const inside = group(
  [permission({ IpRanges: [{ CidrIp: '10.0.0.0/8', Description: '' }] })],
  [{ ...tls, CidrIp: '10.0.0.0/8' }],
);

const endpoint = (
  name: string,
  properties: Declared['properties'],
  data: Answer['data'],
  more: Pick<Contract, 'fails'> & Partial<Contract>,
): Contract =>
  sideBySide(
    { name, type: 'AWS::EC2::VPCEndpoint', kind: 'ec2:vpc-endpoint', id: arn('ec2', 'vpc-endpoint/vpce-1') },
    {
      VpcId: 'vpc-1',
      VpcEndpointType: 'Interface',
      ServiceName: runtime,
      PrivateDnsEnabled: true,
      PolicyDocument: bound,
      SecurityGroupIds: ['sg-1'],
      ...properties,
    },
    {
      VpcEndpointId: 'vpce-1',
      VpcEndpointType: 'Interface',
      VpcId: 'vpc-1',
      ServiceName: runtime,
      State: 'available',
      PolicyDocument: JSON.stringify(bound),
      PrivateDnsEnabled: true,
      RequesterManaged: false,
      RouteTableIds: [],
      SubnetIds: ['subnet-1'],
      Groups: [{ GroupId: 'sg-1', GroupName: 'g' }],
      ...data,
    },
    { around: inside, ...more },
  );

const fromEverywhere = policy({ Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } });

export const endpointContracts: readonly Contract[] = [
  endpoint('as it should be', {}, {}, { fails: [] }),
  endpoint(
    'for a group',
    {},
    {},
    {
      around: group(
        [permission({ UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: account }] })],
        [{ ...tls, SourceSecurityGroupId: 'sg-2', SourceSecurityGroupOwnerId: account }],
      ),
      fails: [],
    },
  ),
  endpoint(
    'for every address of the next protocol',
    {},
    {},
    {
      around: group([permission({ Ipv6Ranges: [{ CidrIpv6: '::/0' }] })], [{ ...tls, CidrIpv6: '::/0' }]),
      fails: ['network/endpoint-group-closed'],
    },
  ),
  endpoint(
    'for all ports of a group',
    {},
    {},
    {
      around: group(
        [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-2', UserId: account }] }],
        [{ IpProtocol: '-1', SourceSecurityGroupId: 'sg-2', SourceSecurityGroupOwnerId: account }],
      ),
      fails: ['network/endpoint-group-closed'],
    },
  ),
  endpoint(
    'with the policy that AWS gives',
    { PolicyDocument: policy({}) },
    { PolicyDocument: '{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}' },
    {
      fails: ['network/endpoint-policy-restricted'],
    },
  ),
  endpoint(
    'for every caller of its VPC',
    { PolicyDocument: fromEverywhere },
    { PolicyDocument: JSON.stringify(fromEverywhere) },
    {
      fails: ['network/endpoint-policy-restricted'],
    },
  ),
  endpoint(
    'without a name of its own',
    { PrivateDnsEnabled: absent },
    { PrivateDnsEnabled: false },
    {
      fails: ['network/endpoint-private-dns'],
    },
  ),
];
