import type { Kind } from '../kind.ts';
import { lambdaFunction } from './function.ts';

export const lambdaKinds: readonly Kind[] = [lambdaFunction];
