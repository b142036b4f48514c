import type { Kind } from '../kind.ts';
import { graph } from './graph.ts';

export const neptuneKinds: readonly Kind[] = [graph];
