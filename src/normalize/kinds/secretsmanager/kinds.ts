import type { Kind } from '../kind.ts';
import { secret } from './secret.ts';

export const secretsmanagerKinds: readonly Kind[] = [secret];
