import type { Kind } from '../kind.ts';
import { budget } from './budget.ts';

export const budgetsKinds: readonly Kind[] = [budget];
