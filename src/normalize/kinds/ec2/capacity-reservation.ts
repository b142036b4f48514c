import type { Kind } from '../kind.ts';

export const capacityReservation: Kind = {
  type: 'AWS::EC2::CapacityReservation',
  api: {
    'ec2:capacity-reservation': {
      rename: { TotalInstanceCount: 'InstanceCount' },
    },
  },
};
