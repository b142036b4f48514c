import type { Kind } from '../kind.ts';
import { parameter } from './parameter.ts';

export const ssmKinds: readonly Kind[] = [parameter];
