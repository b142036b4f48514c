import type { Kind } from '../kind.ts';

export const instanceMetadataDefaults: Kind = {
  type: 'AWS::EC2::InstanceMetadataDefaults',
  api: {
    'ec2:instance-metadata-defaults': {},
  },
};
