import type { Declaration } from '../../model/declaration.ts';
import type { Opening } from '../../model/resource.ts';
import type { Context } from '../context.ts';

/** What a declaration stands for: itself, several resources, or one of another type; and what it may make unseen. */
export interface Rewritten {
  readonly declarations: readonly Declaration[];
  readonly openings?: readonly Opening[];
}

export type Rewriter = (declaration: Declaration, context: Context) => Rewritten;
