import type { Kind } from '../kind.ts';
import { detector } from './detector.ts';

export const guarddutyKinds: readonly Kind[] = [detector];
