import type { Kind } from '../kind.ts';

export const anomalyMonitor: Kind = {
  type: 'AWS::CE::AnomalyMonitor',
  api: {
    'ce:anomaly-monitor': {},
  },
};
