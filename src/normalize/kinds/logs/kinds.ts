import type { Kind } from '../kind.ts';
import { logGroup } from './log-group.ts';
import { logsResourcePolicy } from './resource-policy.ts';

export const logsKinds: readonly Kind[] = [logGroup, logsResourcePolicy];
