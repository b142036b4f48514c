import type { Kind } from '../kind.ts';

export const kendraIndex: Kind = {
  type: 'AWS::Kendra::Index',
  terraform: {
    aws_kendra_index: {},
  },
};
