import type { Kind } from '../kind.ts';
import { anomalyMonitor } from './anomaly-monitor.ts';

export const ceKinds: readonly Kind[] = [anomalyMonitor];
