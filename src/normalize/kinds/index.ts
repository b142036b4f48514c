import type { Declaration } from '../../model/declaration.ts';
import type { Context } from '../context.ts';

/** What a declaration stands for, when that is not itself. */
export type Rewriter = (declaration: Declaration, context: Context) => readonly Declaration[];

/** The kinds with a spelling of their own, one file each. */
const rewriters: Readonly<Record<string, Rewriter>> = {};

export function rewriterOf(type: string): Rewriter | undefined {
  return Object.hasOwn(rewriters, type) ? rewriters[type] : undefined;
}
