import type { Kind } from '../kind.ts';
import { scalableTarget } from './scalable-target.ts';

export const autoscalingKinds: readonly Kind[] = [scalableTarget];
