import type { Kind } from '../kind.ts';
import { alias } from './alias.ts';
import { key } from './key.ts';
import { replicaKey } from './replica-key.ts';

export const kmsKinds: readonly Kind[] = [alias, key, replicaKey];
