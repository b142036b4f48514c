import {
  DescribeVpcBlockPublicAccessOptionsCommand,
  EC2Client,
  GetEbsEncryptionByDefaultCommand,
  GetImageBlockPublicAccessStateCommand,
  GetInstanceMetadataDefaultsCommand,
  paginateDescribeCapacityReservations,
  paginateDescribeFlowLogs,
  paginateDescribeInstances,
  paginateDescribeSecurityGroups,
  paginateDescribeSubnets,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcs,
} from '@aws-sdk/client-ec2';

import type { Place } from '../../model/observation.ts';
import { each, resourcesOf, service } from '../service.ts';

const resource = resourcesOf<EC2Client>();

const arnOf = ({ partition, region, account }: Place, rest: string): string =>
  `arn:${partition}:ec2:${region}:${account}:${rest}`;

const network = [
  resource({
    kind: 'ec2:vpc',
    list: { read: client => each(paginateDescribeVpcs({ client }, {}), page => page.Vpcs) },
    id: ({ VpcId }, place) => arnOf(place, `vpc/${VpcId}`),
    tagsOf: ({ Tags }) => Tags ?? [],
  }),
  resource({
    kind: 'ec2:subnet',
    list: { read: client => each(paginateDescribeSubnets({ client }, {}), page => page.Subnets) },
    id: ({ SubnetId }, place) => arnOf(place, `subnet/${SubnetId}`),
    tagsOf: ({ Tags }) => Tags ?? [],
  }),
  resource({
    kind: 'ec2:security-group',
    list: {
      read: client => each(paginateDescribeSecurityGroups({ client }, {}), page => page.SecurityGroups),
    },
    id: ({ GroupId }, place) => arnOf(place, `security-group/${GroupId}`),
    tagsOf: ({ Tags }) => Tags ?? [],
  }),
  resource({
    kind: 'ec2:vpc-endpoint',
    list: { read: client => each(paginateDescribeVpcEndpoints({ client }, {}), page => page.VpcEndpoints) },
    skip: ({ State }) => /^(?:deleted|deleting|failed|rejected|expired)$/i.test(State ?? ''),
    id: ({ VpcEndpointId }, place) => arnOf(place, `vpc-endpoint/${VpcEndpointId}`),
    tagsOf: ({ Tags }) => Tags ?? [],
  }),
  resource({
    kind: 'ec2:flow-log',
    list: { read: client => each(paginateDescribeFlowLogs({ client }, {}), page => page.FlowLogs) },
    id: ({ FlowLogId }, place) => arnOf(place, `vpc-flow-log/${FlowLogId}`),
    tagsOf: ({ Tags }) => Tags ?? [],
  }),
];

/** Families with an accelerator of AWS or of NVIDIA. */
const accelerated = ['inf*', 'trn*', 'p3*', 'p4*', 'p5*', 'p6*', 'g4*', 'g5*', 'g6*', 'g7*', 'gr6*'];

const computing = [
  resource({
    kind: 'ec2:instance',
    list: {
      read: client => {
        const Filters = [{ Name: 'instance-type', Values: accelerated }];
        return each(paginateDescribeInstances({ client }, { Filters }), page =>
          page.Reservations?.flatMap(({ Instances = [] }) => Instances).filter(isAccelerated),
        );
      },
    },
    skip: ({ State }) => State?.Name === 'terminated' || State?.Name === 'shutting-down',
    id: ({ InstanceId }, place) => arnOf(place, `instance/${InstanceId}`),
    tagsOf: ({ Tags }) => Tags ?? [],
  }),
  resource({
    kind: 'ec2:capacity-reservation',
    list: {
      read: client =>
        each(paginateDescribeCapacityReservations({ client }, {}), page => page.CapacityReservations),
    },
    skip: ({ State }) => State === 'cancelled' || State === 'expired',
    id: ({ CapacityReservationId }, place) => arnOf(place, `capacity-reservation/${CapacityReservationId}`),
    tagsOf: ({ Tags }) => Tags ?? [],
  }),
];

function isAccelerated({ InstanceType = '' }: { InstanceType?: string | undefined }): boolean {
  return accelerated.some(family => InstanceType.startsWith(family.slice(0, -1)));
}

/** What holds for a whole account and Region. */
const settings = [
  resource({
    kind: 'ec2:ebs-encryption-by-default',
    list: {
      read: async client => {
        const { EbsEncryptionByDefault } = await client.send(new GetEbsEncryptionByDefaultCommand({}));
        return [{ EbsEncryptionByDefault: EbsEncryptionByDefault ?? false }];
      },
    },
    id: (_, place) => arnOf(place, 'ebs-encryption-by-default'),
  }),
  resource({
    kind: 'ec2:instance-metadata-defaults',
    list: {
      read: async client => {
        const { AccountLevel } = await client.send(new GetInstanceMetadataDefaultsCommand({}));
        return AccountLevel && Object.keys(AccountLevel).length > 0 ? [AccountLevel] : [];
      },
    },
    id: (_, place) => arnOf(place, 'instance-metadata-defaults'),
  }),
  resource({
    kind: 'ec2:image-block-public-access',
    list: {
      read: async client => {
        const { ImageBlockPublicAccessState } = await client.send(
          new GetImageBlockPublicAccessStateCommand({}),
        );
        return ImageBlockPublicAccessState === undefined ? [] : [{ ImageBlockPublicAccessState }];
      },
    },
    id: (_, place) => arnOf(place, 'image-block-public-access'),
  }),
  resource({
    kind: 'ec2:vpc-block-public-access',
    list: {
      read: async client => {
        const { VpcBlockPublicAccessOptions: options } = await client.send(
          new DescribeVpcBlockPublicAccessOptionsCommand({}),
        );
        return options?.InternetGatewayBlockMode === undefined ? [] : [options];
      },
    },
    id: (_, place) => arnOf(place, 'vpc-block-public-access-options'),
  }),
];

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Operations.html */
export const ec2 = service({
  name: 'ec2',
  scope: 'regional',
  client: clientSettings => new EC2Client(clientSettings),
  actions: {
    DescribeCapacityReservations: 'ec2:DescribeCapacityReservations',
    DescribeFlowLogs: 'ec2:DescribeFlowLogs',
    DescribeInstances: 'ec2:DescribeInstances',
    DescribeSecurityGroups: 'ec2:DescribeSecurityGroups',
    DescribeSubnets: 'ec2:DescribeSubnets',
    DescribeVpcBlockPublicAccessOptions: 'ec2:DescribeVpcBlockPublicAccessOptions',
    DescribeVpcEndpoints: 'ec2:DescribeVpcEndpoints',
    DescribeVpcs: 'ec2:DescribeVpcs',
    GetEbsEncryptionByDefault: 'ec2:GetEbsEncryptionByDefault',
    GetImageBlockPublicAccessState: 'ec2:GetImageBlockPublicAccessState',
    GetInstanceMetadataDefaults: 'ec2:GetInstanceMetadataDefaults',
  },
  resources: [...network, ...computing, ...settings],
});
