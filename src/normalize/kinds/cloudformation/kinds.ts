import type { Kind } from '../kind.ts';
import { stackSet } from './stack-set.ts';
import { stack } from './stack.ts';

export const cloudformationKinds: readonly Kind[] = [stackSet, stack];
