import type { Kind } from '../kind.ts';

export const kendraExperience: Kind = {
  type: 'AWS::Kendra::Experience',
  terraform: {
    aws_kendra_experience: {},
  },
};
