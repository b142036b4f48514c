import type { Kind } from '../kind.ts';

export const imageBlockPublicAccess: Kind = {
  type: 'AWS::EC2::ImageBlockPublicAccess',
  api: {
    'ec2:image-block-public-access': {},
  },
};
