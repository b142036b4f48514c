import type { Kind } from '../kind.ts';

export const macieSession: Kind = {
  type: 'AWS::Macie::Session',
  api: {
    'macie2:session': {},
  },
};
