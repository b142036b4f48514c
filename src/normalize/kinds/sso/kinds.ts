import type { Kind } from '../kind.ts';
import { permissionSet } from './permission-set.ts';

export const ssoKinds: readonly Kind[] = [permissionSet];
