import type { Kind } from '../kind.ts';

export const alarm: Kind = {
  type: 'AWS::CloudWatch::Alarm',
  api: {
    'cloudwatch:alarm': {},
  },
};
