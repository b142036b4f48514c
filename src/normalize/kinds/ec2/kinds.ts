import type { Kind } from '../kind.ts';
import { capacityReservation } from './capacity-reservation.ts';
import { ebsEncryptionByDefault } from './ebs-encryption-by-default.ts';
import { flowLog } from './flow-log.ts';
import { imageBlockPublicAccess } from './image-block-public-access.ts';
import { instanceMetadataDefaults } from './instance-metadata-defaults.ts';
import { instance } from './instance.ts';
import { securityGroup } from './security-group.ts';
import { subnet } from './subnet.ts';
import { vpcBlockPublicAccessOptions } from './vpc-block-public-access-options.ts';
import { vpcEndpoint } from './vpc-endpoint.ts';
import { vpc } from './vpc.ts';

export const ec2Kinds: readonly Kind[] = [
  capacityReservation,
  ebsEncryptionByDefault,
  flowLog,
  imageBlockPublicAccess,
  instanceMetadataDefaults,
  instance,
  securityGroup,
  subnet,
  vpcBlockPublicAccessOptions,
  vpcEndpoint,
  vpc,
];
