import type { Kind } from '../kind.ts';
import { securityHub } from './hub.ts';
import { standard } from './standard.ts';

export const securityhubKinds: readonly Kind[] = [securityHub, standard];
