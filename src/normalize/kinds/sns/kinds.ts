import type { Kind } from '../kind.ts';
import { topic } from './topic.ts';

export const snsKinds: readonly Kind[] = [topic];
