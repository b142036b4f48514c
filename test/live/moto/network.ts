import {
  AuthorizeSecurityGroupIngressCommand,
  CreateFlowLogsCommand,
  CreateSecurityGroupCommand,
  CreateSubnetCommand,
  CreateVpcCommand,
  CreateVpcEndpointCommand,
  EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import type { CreateVpcEndpointCommandInput, _InstanceType } from '@aws-sdk/client-ec2';

import type { Labels, Place } from './place.ts';

export interface Network {
  readonly vpc: string;
  readonly subnet: string;
  /** Of another VPC, which has no endpoints. */
  readonly lonelySubnet: string;
  readonly group: string;
  readonly labels: Labels;
}

/** Two networks: one with endpoints for models, good and bad, and one without. */
export async function makeNetwork(place: Place, organisation: string): Promise<Network> {
  const ec2 = new EC2Client(place);
  const vpc = await makeVpc(ec2, '10.1.0.0/16');
  const subnet = await makeSubnet(ec2, vpc, '10.1.1.0/24');
  const lonelySubnet = await makeSubnet(ec2, await makeVpc(ec2, '10.2.0.0/16'), '10.2.1.0/24');
  const group = await makeGroup(ec2, { vpc, name: 'narrow', from: '10.1.0.0/16', port: 443 });
  const wide = await makeGroup(ec2, { vpc, name: 'wide', from: '0.0.0.0/0', port: 22 });
  const labels = await makeEndpoints(ec2, place.region, { vpc, subnet, group, wide, organisation });
  await ec2.send(
    new CreateFlowLogsCommand({
      ResourceIds: [vpc],
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 's3',
      LogDestination: 'arn:aws:s3:::logs-good',
    }),
  );
  for (const InstanceType of ['g5.xlarge', 't3.micro'] satisfies _InstanceType[])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await ec2.send(
      new RunInstancesCommand({ ImageId: 'ami-12c6146b', InstanceType, MinCount: 1, MaxCount: 1 }),
    );
  return { vpc, subnet, lonelySubnet, group, labels: { ...labels, [vpc]: 'vpc' } };
}

interface Surroundings {
  readonly vpc: string;
  readonly subnet: string;
  readonly group: string;
  /** A security group that admits too much. */
  readonly wide: string;
  readonly organisation: string;
}

async function makeEndpoints(ec2: EC2Client, region: string, around: Surroundings): Promise<Labels> {
  const { vpc, subnet, group, wide, organisation } = around;
  const make = async (service: string, more: Partial<CreateVpcEndpointCommandInput>): Promise<string> => {
    const ServiceName = `com.amazonaws.${region}.${service}`;
    const { VpcEndpoint } = await ec2.send(
      new CreateVpcEndpointCommand({ VpcId: vpc, ServiceName, ...more }),
    );
    return VpcEndpoint?.VpcEndpointId ?? '';
  };
  const face = { VpcEndpointType: 'Interface' as const, SubnetIds: [subnet] };
  const closed = { ...face, SecurityGroupIds: [group], PrivateDnsEnabled: true };
  const open = { ...face, SecurityGroupIds: [wide], PrivateDnsEnabled: false };
  const ownOnly = policyWith({ Condition: { StringEquals: { 'aws:PrincipalOrgID': organisation } } });
  return {
    [await make('bedrock-runtime', { ...closed, PolicyDocument: ownOnly })]: 'endpoint-good',
    [await make('bedrock-agent-runtime', { ...open, PolicyDocument: policyWith({}) })]: 'endpoint-open',
    [await make('sagemaker.runtime', closed)]: 'endpoint-bare',
    [await make('s3', { VpcEndpointType: 'Gateway' })]: 'endpoint-gateway',
  };
}

const policyWith = (more: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*', ...more }],
  });

async function makeVpc(ec2: EC2Client, CidrBlock: string): Promise<string> {
  return (await ec2.send(new CreateVpcCommand({ CidrBlock }))).Vpc?.VpcId ?? '';
}

async function makeSubnet(ec2: EC2Client, VpcId: string, CidrBlock: string): Promise<string> {
  return (await ec2.send(new CreateSubnetCommand({ VpcId, CidrBlock }))).Subnet?.SubnetId ?? '';
}

interface Door {
  readonly vpc: string;
  readonly name: string;
  readonly from: string;
  readonly port: number;
}

async function makeGroup(ec2: EC2Client, { vpc: VpcId, name, from, port }: Door): Promise<string> {
  const { GroupId } = await ec2.send(
    new CreateSecurityGroupCommand({ VpcId, GroupName: name, Description: name }),
  );
  await ec2.send(
    new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: [{ CidrIp: from }] }],
    }),
  );
  return GroupId ?? '';
}
