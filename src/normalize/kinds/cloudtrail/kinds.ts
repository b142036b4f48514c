import type { Kind } from '../kind.ts';
import { trail } from './trail.ts';

export const cloudtrailKinds: readonly Kind[] = [trail];
