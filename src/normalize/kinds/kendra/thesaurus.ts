import type { Kind } from '../kind.ts';

export const thesaurus: Kind = {
  type: 'AWS::Kendra::Thesaurus',
  terraform: {
    aws_kendra_thesaurus: {},
  },
};
