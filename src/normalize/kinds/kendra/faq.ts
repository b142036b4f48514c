import type { Kind } from '../kind.ts';

export const kendraFaq: Kind = {
  type: 'AWS::Kendra::Faq',
  terraform: {
    aws_kendra_faq: {},
  },
};
