import type { Kind } from '../kind.ts';
import { alarm } from './alarm.ts';

export const cloudwatchKinds: readonly Kind[] = [alarm];
