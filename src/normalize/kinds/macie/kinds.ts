import type { Kind } from '../kind.ts';
import { macieSession } from './session.ts';

export const macieKinds: readonly Kind[] = [macieSession];
