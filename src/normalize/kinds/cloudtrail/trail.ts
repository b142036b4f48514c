import type { Kind } from '../kind.ts';

export const trail: Kind = {
  type: 'AWS::CloudTrail::Trail',
  terraform: {
    aws_cloudtrail: {},
  },
};
