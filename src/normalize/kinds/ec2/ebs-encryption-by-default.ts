import type { Kind } from '../kind.ts';

export const ebsEncryptionByDefault: Kind = {
  type: 'AWS::EC2::EbsEncryptionByDefault',
  api: {
    'ec2:ebs-encryption-by-default': {},
  },
};
