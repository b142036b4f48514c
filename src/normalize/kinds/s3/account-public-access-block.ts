import type { Kind } from '../kind.ts';

export const accountPublicAccessBlock: Kind = {
  type: 'AWS::S3::AccountPublicAccessBlock',
  terraform: {
    aws_s3_account_public_access_block: {},
  },
  api: {
    's3:account-public-access-block': {},
  },
};
