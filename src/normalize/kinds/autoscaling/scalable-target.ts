import type { Kind } from '../kind.ts';

export const scalableTarget: Kind = {
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  api: {
    'application-autoscaling:scalable-target': {},
  },
};
